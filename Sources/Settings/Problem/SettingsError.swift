/// Why there are no settings.
public enum SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// All mistakes of all files, in the order of files and lines.
  case problems([SettingsProblem])

  /// The mistakes, one a line.
  public var description: String {
    switch self {
    case .problems(let problems): problems.map(\.description).joined(separator: "\n")
    }
  }
}
