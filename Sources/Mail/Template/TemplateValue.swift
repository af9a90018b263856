/// A value that a template shows, walks through or asks.
public enum TemplateValue: Sendable, Hashable {
  /// Text that is shown; a section of empty text is left out.
  case text(String)
  /// What the program itself made for the file it goes to, such as a drawing; it is shown as it stands, so nothing that
  /// came from outside may be in it unescaped.
  case markup(String)
  /// A number that is shown.
  case number(Int)
  /// Whether a section is shown.
  case flag(Bool)
  /// A section that is shown once for each; none of them when it is empty.
  case list([TemplateValue])
  /// Names of their own within a section.
  case table([String: TemplateValue])
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension TemplateValue: ExpressibleByIntegerLiteral {
  /// A number.
  public init(integerLiteral value: Int) { self = .number(value) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
  /// A flag.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension TemplateValue: ExpressibleByArrayLiteral {
  /// A list.
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
  /// A table; of a name given twice the last value stands.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .table(Dictionary(elements) { _, last in last })
  }
}
