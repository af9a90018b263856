import Foundation

/// A program that shows long texts a screen at a time: `PAGER`, or less where it names none.
enum Pager {
  /// Shows `bytes` by the pager where they are more lines than the terminal of standard output has; says whether it did.
  static func show(_ bytes: [UInt8]) -> Bool {
    let command = ProcessInfo.processInfo.environment["PAGER"] ?? "less"
    guard !command.isEmpty, let rows = terminalRows, bytes.count(where: { $0 == UInt8(ascii: "\n") }) >= rows else {
      return false
    }
    // Colours as they are, and no more than what does not fit on one screen.
    setenv("LESS", "FRX", 0)
    fflush(nil)
    guard let pipe = popen(command, "w") else { return false }
    // Whoever leaves the pager early has seen enough.
    fwrite(bytes, 1, bytes.count, pipe)
    let status = pclose(pipe)
    // 127: the shell has found no such program.
    return status >> 8 != 127
  }

  private static var terminalRows: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }
}
