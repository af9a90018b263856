/// An identifier of the field that exists only in its valid form.
public protocol Code: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// What a valid one looks like, for error messages.
  static var expectation: String { get }
  /// The identifier as text, normalised.
  var text: String { get }
  /// The identifier that these bytes name, or nil where they name no valid one.
  init?(utf8 bytes: UTF8Bytes)
}

extension Code {
  /// The identifier that `text` names, or nil where it is not a valid one.
  public init?(_ text: String) {
    var text = text
    guard let code = text.withUTF8({ Self(utf8: $0) }) else { return nil }
    self = code
  }

  /// The identifier as text.
  public var description: String { text }

  /// Orders by the text's bytes.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.text < rhs.text }

  /// Reads the identifier's text.
  /// - Throws: `DecodingError` where the text is not valid.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let code = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected \(Self.expectation), found '\(text)'")
    }
    self = code
  }

  /// Writes the identifier's text.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
