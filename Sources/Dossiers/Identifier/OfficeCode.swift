/// A post office, by its six digits (the first two name the province).
public struct OfficeCode: Code {
  /// The six digits as a number, which is copied, compared and looked up faster than a text: every scan names offices.
  public let number: UInt32

  /// Six digits.
  public static let expectation = "a post office code of six digits, such as 991100"

  /// The office with this code, or nil where the bytes are not six digits.
  public init?(utf8 bytes: UTF8Bytes) {
    guard bytes.count == 6, let number = bytes.number else { return nil }
    self.init(number: UInt64(number))
  }

  /// The office whose six digits are this number, or nil where it has more of them.
  public init?(number: UInt64) {
    guard number < 1_000_000 else { return nil }
    self.number = UInt32(number)
  }

  /// Six digits.
  public var text: String { padded(Int(number), 6) }

  /// Orders by number, which is the order of the texts.
  public static func < (lhs: OfficeCode, rhs: OfficeCode) -> Bool { lhs.number < rhs.number }
}
