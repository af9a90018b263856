/// The 128 bits that an event's id writes in 26 letters, where it is a ULID: times in order, then chance.
struct ULID: Hashable {
  let high: UInt64
  let low: UInt64

  private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: .max, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The ULID that `text` writes, or nil where it is none, or not written in capitals.
  init?(_ text: String) {
    var text = text
    let read = text.withUTF8 { bytes -> (UInt64, UInt64)? in
      guard bytes.count == 26, ULID.values[Int(bytes[0])] < 8 else { return nil }
      var high: UInt64 = 0
      var low: UInt64 = 0
      for byte in bytes {
        let value = ULID.values[Int(byte)]
        guard value < 32 else { return nil }
        high = high << 5 | low >> 59
        low = low << 5 | UInt64(value)
      }
      return (high, low)
    }
    guard let read else { return nil }
    (high, low) = read
  }

  /// The 26 letters.
  var text: String {
    var letters: [UInt8] = []
    letters.reserveCapacity(26)
    for index in 0..<26 {
      // The first letter holds the upper three bits alone.
      let shift = 125 - 5 * index
      let value =
        shift >= 64 ? high >> (shift - 64) : shift == 0 ? low : high << (64 - shift) | low >> shift
      letters.append(ULID.letters[Int(value & 31)])
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
