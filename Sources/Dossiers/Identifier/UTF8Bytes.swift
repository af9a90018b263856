/// UTF-8 text where it lies, such as a part of a message body.
public typealias UTF8Bytes = UnsafeBufferPointer<UInt8>

extension UTF8Bytes {
  /// The bytes of `literal`.
  init(_ literal: StaticString) {
    self.init(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  /// Whether these are the bytes of `literal`.
  func equals(_ literal: StaticString) -> Bool {
    isSame(as: UTF8Bytes(literal))
  }

  /// Whether these and `other` are the same bytes.
  func isSame(as other: UTF8Bytes) -> Bool {
    guard count == other.count else { return false }
    for position in 0..<count where self[position] != other[position] { return false }
    return true
  }

  /// The eight bytes from `position` on as one number, the first of them lowest.
  @inline(__always)
  func word(at position: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// What follows `prefix`, or nil where the bytes don't begin with it.
  func dropping(_ prefix: StaticString) -> UTF8Bytes? {
    let length = prefix.utf8CodeUnitCount
    guard count >= length, part(from: 0, to: length).equals(prefix) else { return nil }
    return part(from: length, to: count)
  }

  /// The bytes up to the first `separator`, and those behind it; nil where there is none.
  func cut(at separator: UInt8) -> (head: UTF8Bytes, tail: UTF8Bytes)? {
    guard let position = firstIndex(of: separator) else { return nil }
    return (part(from: 0, to: position), part(from: position + 1, to: count))
  }

  /// The bytes from `first` up to `end`, both brought inside the bounds.
  func part(from first: Int, to end: Int) -> UTF8Bytes {
    let end = Swift.min(Swift.max(end, 0), count)
    return UTF8Bytes(rebasing: self[Swift.min(Swift.max(first, 0), end)..<end])
  }

  /// The number that these 1 to 18 decimal digits write, or nil.
  var number: Int? { number(from: 0, count) }

  /// The number that the `length` decimal digits from `first` on write, 18 at most, or nil.
  func number(from first: Int, _ length: Int) -> Int? {
    guard (1...18).contains(length), first >= 0, count - first >= length else { return nil }
    var value = 0
    for position in first..<first + length {
      guard self[position].isDigit else { return nil }
      value = value * 10 + Int(self[position] &- 48)
    }
    return value
  }

  /// The bytes as a string.
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension UInt8 {
  var isDigit: Bool { self &- 48 < 10 }
  var isUpper: Bool { self &- 65 < 26 }
  var isLower: Bool { self &- 97 < 26 }
}
