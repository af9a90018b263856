import Dossiers

extension ByteWriter {
  /// An instant by its distance from `origin`: in seconds where they are whole, which takes three or four bytes.
  mutating func write(_ instant: Instant, since origin: Instant) {
    let distance = instant.microseconds &- origin.microseconds
    let (seconds, rest) = distance.quotientAndRemainder(dividingBy: 1_000_000)
    // The lowest bit says which of the two it is; a distance too large for one more bit is always that of whole seconds.
    if rest == 0 { write(seconds &* 2) } else { write(distance &* 2 &+ 1) }
  }
}

extension ByteReader {
  mutating func instant(since origin: Instant) throws -> Instant {
    let value = try signed()
    let distance = value & 1 == 0 ? (value >> 1) &* 1_000_000 : value >> 1
    return Instant(microseconds: origin.microseconds &+ distance)
  }
}
