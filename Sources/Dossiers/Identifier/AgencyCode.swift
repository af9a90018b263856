/// An agency, by its electronic identifier.
///
/// Two forms stand side by side: that of 2016 (`000.00.19.X99`, read from right to left) and that of
/// Decision 20/2020/QĐ-TTg art. 4 (`X99.101`, the province first, 35 characters at most).
public struct AgencyCode: Code {
  /// The identifier as written.
  public let text: String

  /// Either form.
  public static let expectation = "an agency code such as X99.101 or 000.00.19.X99"

  /// The agency with this code, or nil where the bytes have neither form.
  public init?(utf8 bytes: UTF8Bytes) {
    guard AgencyCode.isValid(bytes) else { return nil }
    text = bytes.text
  }

  static func isValid(_ bytes: UTF8Bytes) -> Bool {
    isOf2020(bytes) || isOf2016(bytes)
  }

  /// `^[A-Y]\d{2}(\.[A-Z0-9]+)*$`, 35 characters at most.
  private static func isOf2020(_ bytes: UTF8Bytes) -> Bool {
    guard (3...35).contains(bytes.count), isProvince(bytes, at: 0) else { return false }
    var previous = UInt8(ascii: "0")
    for position in 3..<bytes.count {
      let byte = bytes[position]
      let isPoint = byte == UInt8(ascii: ".")
      // A point opens every part, and no part is empty.
      guard isPoint || byte.isDigit || byte.isUpper, isPoint || position > 3,
        !isPoint || previous != UInt8(ascii: ".")
      else { return false }
      previous = byte
    }
    return previous != UInt8(ascii: ".")
  }

  /// `^\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}$`.
  private static func isOf2016(_ bytes: UTF8Bytes) -> Bool {
    guard bytes.count == 13, isProvince(bytes, at: 10) else { return false }
    for position in 0..<10 {
      let isPoint = position == 3 || position == 6 || position == 9
      guard isPoint ? bytes[position] == UInt8(ascii: ".") : bytes[position].isDigit else { return false }
    }
    return true
  }

  /// Whether `[A-Y]\d{2}` stands at `start`; the caller has seen that three bytes do.
  private static func isProvince(_ bytes: UTF8Bytes, at start: Int) -> Bool {
    bytes[start].isUpper && bytes[start] != UInt8(ascii: "Z") && bytes[start + 1].isDigit && bytes[start + 2].isDigit
  }
}
