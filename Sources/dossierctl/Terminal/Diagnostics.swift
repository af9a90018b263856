import Glibc

/// Standard error, a line at a time.
enum Diagnostics {
  /// Says one line, whatever stands in it.
  static func say(_ line: String) {
    write(line.escapingControls + "\n")
  }

  /// Shows how far it has come, in place of what was shown before.
  static func progress(_ text: String) {
    write("\r\(text.escapingControls)\u{1B}[K")
  }

  /// Ends the line of ``progress(_:)``.
  static func endProgress() {
    write("\n")
  }

  /// Whether a person looks on.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ text: String) {
    // Nothing can be done, or said, where standard error itself fails.
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
