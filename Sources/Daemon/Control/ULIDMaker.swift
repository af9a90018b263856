import Dossiers

/// Makes ULIDs: 48 bits of milliseconds, then 80 bits of chance, in 26 letters.
enum ULIDMaker {
  private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  static func make(at now: Instant) -> String {
    var chance = SystemRandomNumberGenerator()
    let milliseconds = UInt64(clamping: now.microseconds / 1000)
    let time = stride(from: 45, through: 0, by: -5).map { letters[Int(milliseconds >> UInt64($0) & 31)] }
    let rest = (0..<16).map { _ in letters[Int(chance.next() & 31)] }
    return String(decoding: time + rest, as: UTF8.self)
  }
}
