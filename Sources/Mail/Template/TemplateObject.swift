import Mustache

extension TemplateValue {
  /// The value as Mustache walks it, every text in it passed through `escape`.
  func object(escape: (String) -> String) -> Any {
    switch self {
    case .text(let text): text.isEmpty ? EmptyText() : escape(text)
    case .markup(let markup): markup
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
  /// The text with a blank for each control character and line end, and without the marks that turn the direction of
  /// writing (Unicode UAX #9): a value can neither begin a line of its own nor change how others read.
  public var harmless: String {
    guard unicodeScalars.contains(where: { $0.isControl || $0.turnsDirection }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.turnsDirection { text.append(scalar.isControl ? " " : scalar) }
    return String(text)
  }

  /// The text with the five characters that mean something in HTML replaced.
  ///
  /// Scalar by scalar: `<` with a combining mark is one character to Swift, and still a `<` to a browser.
  public var htmlEscaped: String {
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

extension Unicode.Scalar {
  /// Whether the scalar embeds, overrides or isolates a direction of writing, or marks one.
  fileprivate var turnsDirection: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
