extension StringProtocol {
  /// The text with all that could move a cursor, change colours or turn the direction of writing escaped.
  public var escapingControls: String {
    var safe = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default:
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
