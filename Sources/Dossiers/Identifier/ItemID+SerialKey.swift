extension ItemID {
  private static let letters = [0, 1, 11, 12]
  private static let serials: Int64 = 100_000_000

  /// A number that orders S10 items as they are handed out, so that items in flight lie near each other; nil for a
  /// domestic form.
  public var serialKey: Int64? {
    var text = text
    return text.withUTF8 { bytes in
      guard ItemID.isS10(bytes) else { return nil }
      var key: Int64 = 0
      for position in ItemID.letters { key = key * 26 + Int64(bytes[position] - 65) }
      for position in 2..<10 { key = key * 10 + Int64(bytes[position] - 48) }
      return key
    }
  }

  /// The S10 item of which `serialKey` is the number, or nil where it is of none.
  public init?(serialKey: Int64) {
    guard (0..<26 * 26 * 26 * 26 * ItemID.serials).contains(serialKey) else { return nil }
    var bytes = [UInt8](repeating: 48, count: 13)
    var serial = serialKey % ItemID.serials
    bytes[10] += UInt8(ItemID.checkDigit(Int(serial)))
    for position in (2..<10).reversed() {
      bytes[position] += UInt8(serial % 10)
      serial /= 10
    }
    var rest = serialKey / ItemID.serials
    for position in ItemID.letters.reversed() {
      bytes[position] = 65 + UInt8(rest % 26)
      rest /= 26
    }
    self.init(checked: String(decoding: bytes, as: UTF8.self))
  }
}
