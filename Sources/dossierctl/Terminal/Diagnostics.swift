import Daemon
import Glibc

/// Standard error, a line at a time.
enum Diagnostics {
  /// Says one line, whatever stands in it.
  static func say(_ line: String) {
    write(line.escapingControls + "\n")
  }

  /// Shows a person at a terminal how far it has come, in place of what was shown before.
  static func progress(_ text: String) {
    if isTerminal { write("\r\(text.escapingControls)\u{1B}[K") }
  }

  /// Shows how many events were read so far.
  @Sendable static func events(_ count: Int) { progress("\(count) events") }

  /// Takes away what ``progress(_:)`` showed.
  static func endProgress() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  /// Whether a person looks on.
  private static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ text: String) {
    // Nothing can be done, or said, where standard error itself fails.
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
