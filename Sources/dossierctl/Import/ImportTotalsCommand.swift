import ArgumentParser
import Daemon
import Dossiers
import Settings

/// `import totals FILE.csv`
struct ImportTotalsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "totals", abstract: "Takes in how many dossiers agencies received in all, by post and otherwise.",
    discussion: """
      CSV with the columns agency, procedure, month, total: X99.101,1.004873,2026-10,214. Nothing is taken while a line \
      is wrong. A figure takes the place of the one that was there for its agency, procedure and month, so that the same \
      file can be imported again, and a corrected one as well.

      Exit status: 0 taken, 65 a line is wrong.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The file; - is standard input.", completion: .file())
  var file: String

  /// A request is one line of 64 KiB at most; a total is less than 130 bytes of it.
  private static let portion = 400

  func run() async throws {
    let settings = try common.settings()
    let read = try TotalsFile.read(file, registry: settings.rules.registry, today: LocalDate(Instant.current))
    for mistake in read.mistakes { Diagnostics.say("dossierctl: \(file):\(mistake.line): \(mistake.words)") }
    guard read.mistakes.isEmpty else { throw CommandError.reported(.data) }
    let client = ControlClient(settings)
    for start in stride(from: 0, to: read.totals.count, by: ImportTotalsCommand.portion) {
      let portion = read.totals[start..<min(start + ImportTotalsCommand.portion, read.totals.count)]
      let reply = try await client.ask(.importTotals(Array(portion)))
      Diagnostics.progress("\(start + portion.count) of \(read.totals.count) totals")
      guard reply.isDone else {
        Diagnostics.endProgress()
        Diagnostics.say("dossierctl: \(reply.message); import the file again once that is put right")
        throw CommandError.reported(.data)
      }
    }
    Diagnostics.endProgress()
    var output = Output()
    if common.json {
      try output.json(["totals": read.totals.count])
    } else {
      try output.sentence("\(read.totals.count) totals are kept")
    }
    try output.flush()
  }
}
