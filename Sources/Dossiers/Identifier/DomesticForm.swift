/// A pattern for item identifiers used inside the country: `9` stands for a digit, `A` for a letter, `X` for either,
/// every other character for itself.
public struct DomesticForm: Sendable, Hashable, Codable {
  /// The pattern, such as `AA999999999`.
  public let pattern: String

  /// A pattern of 4 to 35 printable ASCII characters, or nil.
  public init?(_ pattern: String) {
    let bytes = Array(pattern.utf8)
    guard (4...ItemID.longest).contains(bytes.count), bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    self.pattern = pattern
  }

  func matches(_ bytes: UTF8Bytes) -> Bool {
    guard pattern.utf8.count == bytes.count else { return false }
    return zip(pattern.utf8, bytes).allSatisfy { want, byte in
      switch want {
      case UInt8(ascii: "9"): byte.isDigit
      case UInt8(ascii: "A"): byte.isUpper
      case UInt8(ascii: "X"): byte.isDigit || byte.isUpper
      default: want == byte
      }
    }
  }
}
