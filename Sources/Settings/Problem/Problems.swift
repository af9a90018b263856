/// Collects what is wrong while everything else is read on, so that one run shows all mistakes.
///
/// A value that is wrong is reported here and stood in for by its default: no settings are handed out once there is an
/// error.
final class Problems {
  private(set) var errors: [SettingsProblem] = []
  private(set) var warnings: [SettingsProblem] = []

  func error(_ place: Place, expected: String, found: String, advice: String) {
    errors.append(problem(.error, place, expected, found, advice))
  }

  func error(_ place: Place, _ fact: String, advice: String) {
    errors.append(problem(.error, place, nil, fact, advice))
  }

  func warn(_ place: Place, _ fact: String, advice: String) {
    warnings.append(problem(.warning, place, nil, fact, advice))
  }

  private func problem(
    _ severity: SettingsProblem.Severity, _ place: Place, _ expected: String?, _ found: String, _ advice: String
  ) -> SettingsProblem {
    SettingsProblem(
      severity: severity, file: place.file, line: place.line, column: place.column, expected: expected, found: found,
      advice: advice)
  }
}

extension [SettingsProblem] {
  /// Ordered by file, line and column.
  var inOrder: [SettingsProblem] {
    sorted { ($0.file, $0.line ?? 0, $0.column ?? 0) < ($1.file, $1.line ?? 0, $1.column ?? 0) }
  }
}
