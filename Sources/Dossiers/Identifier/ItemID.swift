/// The identifier on an envelope: a UPU S10 number, or a domestic form that the configuration allows.
public struct ItemID: Code {
  /// The identifier without blanks, in capitals.
  public let text: String

  /// UPU S10.
  public static let expectation = "a UPU S10 item number with a right check digit, such as EA123456785VN"

  /// The longest domestic form that is taken.
  public static let longest = 35

  /// The item that these bytes name once blanks are dropped and letters capitalised, or nil where it is no S10
  /// number with a right check digit.
  public init?(utf8 bytes: UTF8Bytes) {
    self.init(utf8: bytes, domestic: [])
  }

  /// The item that `text` names in one of the `domestic` forms, or as an S10 number.
  public init?(_ text: String, domestic: [DomesticForm]) {
    var text = text
    guard let item = text.withUTF8({ ItemID(utf8: $0, domestic: domestic) }) else { return nil }
    self = item
  }

  init?(utf8 bytes: UTF8Bytes, domestic: [DomesticForm]) {
    // Most scanners send the number as it stands: nothing to normalise then, and nothing to copy.
    if ItemID.isS10(bytes) {
      text = bytes.text
      return
    }
    guard let normal = ItemID.normalised(bytes) else { return nil }
    let isKnown = normal.withUnsafeBufferPointer { bytes in
      ItemID.isS10(bytes) || domestic.contains { $0.matches(bytes) }
    }
    guard isKnown else { return nil }
    text = String(decoding: normal, as: UTF8.self)
  }

  /// The item whose identifier is already normalised and was checked when it was taken.
  public init(checked text: String) {
    self.text = text
  }

  /// The check digit of UPU S10 for the eight digits of a serial number.
  public static func checkDigit(_ serial: Int) -> Int {
    var rest = serial
    var sum = 0
    for weight in [7, 9, 5, 3, 2, 4, 6, 8] {
      sum += rest % 10 * weight
      rest /= 10
    }
    return checkDigit(ofSum: sum)
  }

  private static func checkDigit(ofSum sum: Int) -> Int {
    let digit = 11 - sum % 11
    return digit == 10 ? 0 : digit == 11 ? 5 : digit
  }

  static func isS10(_ bytes: UTF8Bytes) -> Bool {
    guard bytes.count == 13, bytes[0].isUpper, bytes[1].isUpper, bytes[11].isUpper, bytes[12].isUpper,
      bytes[2...10].allSatisfy(\.isDigit)
    else { return false }
    func weighed(_ position: Int, _ weight: Int) -> Int { Int(bytes[position] - 48) * weight }
    let sum =
      weighed(2, 8) + weighed(3, 6) + weighed(4, 4) + weighed(5, 2) + weighed(6, 3) + weighed(7, 5) + weighed(8, 9)
      + weighed(9, 7)
    return Int(bytes[10] - 48) == checkDigit(ofSum: sum)
  }

  private static func normalised(_ bytes: UTF8Bytes) -> [UInt8]? {
    var normal: [UInt8] = []
    normal.reserveCapacity(13)
    for byte in bytes where byte != UInt8(ascii: " ") {
      guard byte > 0x20, byte < 0x7F, normal.count < longest else { return nil }
      normal.append(byte.isLower ? byte - 32 : byte)
    }
    return normal.isEmpty ? nil : normal
  }
}
