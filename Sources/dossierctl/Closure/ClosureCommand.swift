import ArgumentParser

/// `closure`: roads, offices and agencies closed by force majeure.
struct ClosureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "closure", abstract: "Declares that a road or a place is closed by force majeure.",
    discussion: """
      A closure pauses the clocks that it concerns, also when it is declared after the fact, and also for deadlines \
      that have ended (Circular 17/2017/TT-BTTTT art. 7 excepts force majeure throughout).
      """,
    subcommands: [
      ClosureAddCommand.self, ClosureEndCommand.self, ClosureListCommand.self, ClosureBehindCommand.self,
    ])
}
