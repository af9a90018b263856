import ArgumentParser
import Daemon
import Foundation

/// Reads the arguments, runs the command they name, and turns how it ended into words and an exit status.
@main
enum Program {
  static func main() async {
    do {
      var command = try Dossierd.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as StartFailure {
      for line in failure.lines { FileHandle.standardError.write(Data("dossierd: \(line.escapingControls)\n".utf8)) }
      exit(failure.status)
    } catch {
      Dossierd.exit(withError: error)
    }
  }
}

/// The daemon and the check of its configuration.
struct Dossierd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossierd",
    abstract: "Makes sure that no citizen's dossier is forgotten in the post.",
    discussion: """
      Exit status: 0 done, 64 wrong usage, 69 the broker is not there, 70 the program failed, 74 the database cannot \
      be used, 78 wrong configuration.
      """,
    version: Version.text,
    subcommands: [RunCommand.self, CheckConfigCommand.self])
}
