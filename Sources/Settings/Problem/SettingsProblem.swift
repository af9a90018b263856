/// One mistake or doubt in the configuration, with where it stands and what to do about it.
public struct SettingsProblem: Sendable, Hashable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// The daemon cannot start with it.
    case error
    /// It works, but a person should know.
    case warning
  }

  /// How bad it is.
  public let severity: Severity
  /// The file, or the environment variable, where it stands.
  public let file: String
  /// The line in the file, from 1.
  public let line: Int?
  /// The column in the line, in characters, from 1.
  public let column: Int?
  /// What would have been right; nil where nothing is wrong with the form.
  public let expected: String?
  /// What was found instead. Never a secret.
  public let found: String
  /// What to do about it.
  public let advice: String

  /// Whether it is what nobody has confirmed yet, and no mistake.
  public var isAssumption: Bool { found.hasPrefix("assumption: ") }

  /// `file:line:column: error: expected this, found that; do so`, as compilers write it.
  public var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
    let fact = expected.map { "expected \($0), found \(found)" } ?? found
    return "\(place): \(severity.rawValue): \(fact); \(advice)"
  }
}
