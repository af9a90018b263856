extension Unicode.Scalar {
  /// Whether the scalar steers a terminal, a header or a line instead of being read.
  var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension String {
  /// The text with a question mark for every control character, for errors and logs.
  var printable: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.isControl ? "?" : scalar) }
    return String(text)
  }
}
