import Dossiers

/// Hands out event ids: ULIDs, whose order is that of time, or the random ones of RFC 9562 version 4.
struct EventNames: Sendable {
  private let random: Bool
  private var dice: Dice

  init(random: Bool, seed: UInt64) {
    self.random = random
    dice = Dice(seed: seed)
  }

  mutating func name(at time: Instant) -> String {
    random ? uuid() : ulid(at: time)
  }

  /// Ten characters of milliseconds since 1970, sixteen of chance, in Crockford's base 32.
  private mutating func ulid(at time: Instant) -> String {
    let moment = UInt64(clamping: time.microseconds / 1000)
    let (first, second) = (dice.next(), dice.next())
    return String(unsafeUninitializedCapacity: 26) { buffer in
      EventNames.write(moment, into: buffer, from: 0, count: 10)
      EventNames.write(first, into: buffer, from: 10, count: 8)
      EventNames.write(second, into: buffer, from: 18, count: 8)
      return 26
    }
  }

  private mutating func uuid() -> String {
    let high = dice.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = dice.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits: StaticString = "0123456789abcdef"
    return String(unsafeUninitializedCapacity: 36) { buffer in
      var place = 0
      for nibble in 0..<32 {
        if [8, 12, 16, 20].contains(nibble) {
          buffer[place] = UInt8(ascii: "-")
          place += 1
        }
        let word = nibble < 16 ? high : low
        buffer[place] = digits.utf8Start[Int(word >> (60 - UInt64(nibble % 16) * 4) & 15)]
        place += 1
      }
      return place
    }
  }

  /// Writes the low `count` times five bits of `number`, highest first.
  private static func write(
    _ number: UInt64, into buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int, count: Int
  ) {
    let digits: StaticString = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    for place in 0..<count {
      buffer[start + place] = digits.utf8Start[Int(number >> (UInt64(count - 1 - place) * 5) & 31)]
    }
  }
}
