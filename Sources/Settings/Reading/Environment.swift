import Configuration

/// The environment variables that stand in for keys of the daemon's own file: `DOSSIERD_<SECTION>_<KEY>`.
final class Environment {
  private let names: Set<String>
  private let reader: ConfigReader
  private var asked: Set<String> = []

  init(_ environment: [String: String]) {
    names = Set(environment.keys.filter { $0.hasPrefix("DOSSIERD_") })
    reader = ConfigReader(
      provider: EnvironmentVariablesProvider(environmentVariables: environment, secretsSpecifier: .all))
  }

  /// The value that stands in for `key` of `section`, if there is one.
  func value(of key: String, in section: String, _ problems: Problems) -> Written? {
    // No variable is called like a name beyond ASCII, and the library's search for one traps on some.
    guard (section + key).utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let name = "DOSSIERD_\(section)_\(key)".uppercased().replacing("-", with: "_")
    asked.insert(name)
    guard let text = reader.string(forKey: ConfigKey(["dossierd", section, key]), isSecret: true) else { return nil }
    return Written(text: text, place: Place(file: name), problems: problems)
  }

  /// Warns of variables that look like ours and stand in for nothing.
  func finish(_ problems: Problems) {
    let others = ["DOSSIERD_CONFIG", "DOSSIERD_SMTP_PASSWORD"]
    for name in names.subtracting(asked).subtracting(others).sorted() where !name.hasPrefix("DOSSIERD_TEST_") {
      problems.warn(
        Place(file: name), "this environment variable stands in for no setting",
        advice: Nearest.word(to: name, among: asked).map { "did you mean \($0)?" } ?? "remove it")
    }
  }
}
