import ArgumentParser
import Glibc

/// Reads the arguments, runs the command they name, and turns how it ended into words and an exit status.
@main
enum Program {
  static func main() async {
    // A reader that went away is met at the write that fails, so that nothing is left half done.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Dossierctl.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as any CommandFailure {
      for line in failure.lines { Diagnostics.say("dossierctl: \(line)") }
      exit(failure.status.rawValue)
    } catch {
      Dossierctl.exit(withError: error)
    }
  }
}
