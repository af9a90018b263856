/// A value as a person wrote it: its text, where it stands, and where to complain about it.
struct Written {
  let text: String
  let place: Place
  let problems: Problems

  /// Whether a table's field was left empty.
  var isEmpty: Bool { text.isEmpty }

  /// Itself, or nil where it was left empty.
  var ifAny: Written? { isEmpty ? nil : self }

  /// Whether it comes from an environment variable.
  var isFromEnvironment: Bool { place.line == nil }

  /// Reports that `expected` was not found here.
  func refuse(_ expected: String, found: String? = nil, advice: String) {
    problems.error(place, expected: expected, found: found ?? "'\(text.prefix(80))'", advice: advice)
  }
}
