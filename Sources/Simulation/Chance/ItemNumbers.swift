import Dossiers

/// Hands out S10 numbers of one service, ascending, none twice.
struct ItemNumbers: Sendable {
  private let service: UInt8
  private var next: Int

  /// Numbers whose first letter is `service`, from `first` on; every hundred million the second letter moves on.
  init(service: Unicode.Scalar, from first: Int) {
    self.service = UInt8(ascii: service)
    next = first
  }

  mutating func take() -> ItemID {
    defer { next += 1 }
    return number(next)
  }

  /// The item with this number.
  func number(_ number: Int) -> ItemID {
    let (letter, serial) = number.quotientAndRemainder(dividingBy: 100_000_000)
    let text = String(unsafeUninitializedCapacity: 13) { buffer in
      buffer[0] = service
      buffer[1] = UInt8(ascii: "A") + UInt8(letter % 26)
      var rest = serial
      for place in stride(from: 9, through: 2, by: -1) {
        buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      buffer[10] = UInt8(ascii: "0") + UInt8(ItemID.checkDigit(serial))
      buffer[11] = UInt8(ascii: "V")
      buffer[12] = UInt8(ascii: "N")
      return 13
    }
    return ItemID(checked: text)
  }
}
