import Mustache

extension TemplateValue {
  /// The value as Mustache walks it, every text in it passed through `escape`.
  func object(escape: (String) -> String) -> Any {
    switch self {
    case .text(let text): text.isEmpty ? EmptyText() : escape(text)
    case .number(let number): number
    case .flag(let flag): flag
    case .list(let values): values.map { $0.object(escape: escape) }
    case .table(let values): values.mapValues { $0.object(escape: escape) }
    }
  }
}

/// Empty text: it hides the value of the same name around it, and its section is left out.
private struct EmptyText: MustacheCustomRenderable {
  let renderText = ""
  let isNull = true
}

extension String {
  /// The text with the five characters that mean something in HTML replaced.
  ///
  /// Scalar by scalar: `<` with a combining mark is one character to Swift, and still a `<` to a browser.
  var htmlEscaped: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
