import Foundation

/// Colours for a person at a terminal, unless he does not want any (https://no-color.org).
enum Paint: Int {
  case strong = 1
  case bad = 31
  case doubtful = 33

  /// Whether standard output shows colours.
  static let isWanted: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }()

  /// The text in this colour.
  func over(_ text: String) -> String {
    Paint.isWanted ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
