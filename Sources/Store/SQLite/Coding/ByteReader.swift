import Dossiers

/// Reads what `ByteWriter` wrote; anything else is damage.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0
  private let what: String

  init(_ bytes: [UInt8], of what: String) {
    self.bytes = bytes
    self.what = what
  }

  var damage: StoreError { .damaged(what: "\(what) cannot be read at byte \(position)") }

  mutating func byte() throws -> UInt8 {
    guard position < bytes.count else { throw damage }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func unsigned() throws -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw damage }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }

  mutating func count() throws -> Int {
    let value = try unsigned()
    guard value <= UInt64(bytes.count) * 64 else { throw damage }
    return Int(value)
  }

  mutating func signed() throws -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func instant() throws -> Instant { Instant(microseconds: try signed()) }

  mutating func text() throws -> String {
    let length = try count()
    guard length <= bytes.count - position else { throw damage }
    defer { position += length }
    return String(decoding: bytes[position..<position + length], as: UTF8.self)
  }

  mutating func flag() throws -> Bool { try byte() == 1 }

  mutating func optional<Value>(_ each: (inout ByteReader) throws -> Value) throws -> Value? {
    try flag() ? each(&self) : nil
  }

  mutating func list<Value>(_ each: (inout ByteReader) throws -> Value) throws -> [Value] {
    let length = try count()
    // No element takes less than a byte, so damage cannot ask for more room than the row has.
    guard length <= bytes.count - position else { throw damage }
    var values: [Value] = []
    values.reserveCapacity(length)
    for _ in 0..<length { values.append(try each(&self)) }
    return values
  }

  mutating func code<Value: Code>(_ type: Value.Type = Value.self) throws -> Value {
    guard let value = Value(try text()) else { throw damage }
    return value
  }

  mutating func item() throws -> ItemID { ItemID(checked: try text()) }

  mutating func date() throws -> LocalDate {
    LocalDate(day: Int(clamping: try signed()))
  }

  mutating func value<Value: RawRepresentable>(_ type: Value.Type = Value.self) throws -> Value
  where Value.RawValue == UInt8 {
    guard let value = Value(rawValue: try byte()) else { throw damage }
    return value
  }

  mutating func named<Value: RawRepresentable>(_ type: Value.Type = Value.self) throws -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: try text()) else { throw damage }
    return value
  }
}
