/// A post office, by its six digits (the first two name the province: `38` is Điện Biên).
public struct OfficeCode: Code {
  /// Six digits.
  public let text: String

  /// Six digits.
  public static let expectation = "a post office code of six digits, such as 381100"

  /// The office with this code, or nil where the bytes are not six digits.
  public init?(utf8 bytes: UTF8Bytes) {
    guard bytes.count == 6, bytes.allSatisfy(\.isDigit) else { return nil }
    text = bytes.text
  }
}
