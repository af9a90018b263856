import Mustache

/// Escapes values for HTML text and for attributes in quotes.
///
/// It goes by scalars: a quote with a combining mark behind it is one character in Swift, but still a quote to a
/// browser.
struct HTMLText: MustacheContentType {
  /// The name under which templates ask for it.
  static let name = "PAGE"

  func escapeText(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "&": safe += "&amp;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\0"..<"\u{20}" where scalar != "\n", "\u{7F}"..<"\u{A0}", "\u{200E}", "\u{200F}",
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
