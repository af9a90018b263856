import ArgumentParser

/// Where the things are that take part.
struct Places: ParsableArguments {
  @Option(help: ArgumentHelp("The daemon's binary, a release build.", valueName: "file"))
  var dossierd: String

  @Option(help: ArgumentHelp("The configuration to begin from.", valueName: "file"))
  var config: String

  @Option(help: ArgumentHelp("The policy with terms in seconds.", valueName: "file"))
  var policy: String

  @Option(help: ArgumentHelp("The mail server of the tests.", valueName: "file"))
  var smtpSink: String

  @Option(help: ArgumentHelp("What runs a program with as little weight as its unit gives it.", valueName: "file"))
  var lightly: String

  @Option(help: ArgumentHelp("The AMQP address of the broker.", valueName: "uri"))
  var broker: String

  @Option(help: ArgumentHelp("A folder on a disk, for databases and logs.", valueName: "folder"))
  var work: String

  @Option(help: ArgumentHelp("Where the figures go, a line of JSON each.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("The peer in C; without it there is no comparison.", valueName: "file"))
  var ceiling: String?

  @Option(help: ArgumentHelp("The peer in Python; without it there is no comparison.", valueName: "file"))
  var pika: String?
}
