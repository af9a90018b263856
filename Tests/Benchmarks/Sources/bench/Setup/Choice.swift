/// Which figures are asked for: all, or those whose names begin with one of some prefixes.
struct Choice: Sendable {
  let prefixes: [String]

  /// Whether a figure of this name, or one whose name begins with this, is wanted.
  func wants(_ name: String) -> Bool {
    prefixes.isEmpty || prefixes.contains { name.hasPrefix($0) || $0.hasPrefix(name) }
  }
}
