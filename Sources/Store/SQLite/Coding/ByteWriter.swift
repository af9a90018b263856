import Dossiers

/// Writes values in the compact form in which folds are kept: integers in as few bytes as they need.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(256) }

  /// Forgets what was written, and keeps the room for it.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(_ some: [UInt8]) { bytes += some }

  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ value: Int) { write(UInt64(value.magnitude)) }

  /// Zigzag, so that small negative numbers stay short.
  mutating func write(_ value: Int64) { write(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }

  mutating func write(_ instant: Instant) { write(instant.microseconds) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write<Value>(_ value: Value?, _ each: (inout ByteWriter, Value) -> Void) {
    write(value != nil)
    if let value { each(&self, value) }
  }

  mutating func write<Value>(_ values: [Value], _ each: (inout ByteWriter, Value) -> Void) {
    write(values.count)
    for value in values { each(&self, value) }
  }

  mutating func write(_ code: some Code) { write(code.text) }

  mutating func write(_ date: LocalDate) { write(Int64(date.day)) }
}
