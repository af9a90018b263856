import ArgumentParser
import Foundation
import Web

/// `reader password`
struct ReaderPasswordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password", abstract: "Reads a password and prints its hash for readers.yaml.",
    discussion: "The password is asked for on the terminal, unseen, or read as one line of standard input.")

  @OptionGroup var form: FormOptions

  func run() async throws {
    let password = try SecretLine.read("Password: ")
    if isatty(STDIN_FILENO) == 1, try SecretLine.read("Again: ") != password {
      throw ReaderFailure(line: "The two differ. Try again.")
    }
    guard let hash = PasswordHash(of: password) else {
      throw ReaderFailure(
        line: "Expected a password of \(PasswordHash.shortest) characters or more and at most \(PasswordHash.longest) "
          + "bytes; found one of \(password.count) characters.")
    }
    var output = Output()
    if form.json { try output.json(["hash": "\(hash)"]) } else { try output.line("\(hash)".utf8) }
    try output.flush()
  }
}

/// Why no hash was made.
struct ReaderFailure: CommandFailure {
  let line: String

  var lines: [String] { [line] }

  var status: ExitStatus { .data }
}

/// A line that nobody sees.
enum SecretLine {
  /// The next line of standard input; on a terminal it is asked for and not shown.
  static func read(_ prompt: String) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
    FileHandle.standardError.write(Data(prompt.utf8))
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      FileHandle.standardError.write(Data("\n".utf8))
    }
    return readLine() ?? ""
  }
}
