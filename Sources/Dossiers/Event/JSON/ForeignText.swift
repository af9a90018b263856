/// Text of strangers, made fit for a log line or a terminal.
enum ForeignText {
  /// How many characters of it are shown.
  static let longest = 60

  /// The first characters of `text`, with all that could move a cursor or turn the direction of writing escaped.
  static func safe(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(longest) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default:
        shown.unicodeScalars.append(scalar)
      }
    }
    return text.unicodeScalars.dropFirst(longest).isEmpty ? shown : shown + "…"
  }
}
