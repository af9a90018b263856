/// Writes JSON, compact, members in the order given.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  init() {
    bytes.reserveCapacity(512)
  }

  /// Writes an object whose members `members` writes.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclose("{", "}", members)
  }

  /// Writes an array with one element for each of `elements`.
  mutating func array<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
    enclose("[", "]") { writer in
      for element in elements {
        writer.separate()
        write(&writer, element)
        writer.needsComma = true
      }
    }
  }

  /// Writes a key; its value must follow.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member with a string.
  mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
    needsComma = true
  }

  /// Writes a member whose name is no part of the contract.
  mutating func member(named name: String, _ value: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    string(value)
    needsComma = true
  }

  /// Writes a member with a string, where there is one.
  mutating func member(_ name: StaticString, _ value: String?) {
    if let value { member(name, value) }
  }

  /// Writes a member with a number.
  mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    bytes += String(value).utf8
    needsComma = true
  }

  /// Writes a member with true or false.
  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bytes += (value ? "true" : "false").utf8
    needsComma = true
  }

  private mutating func enclose(_ opening: Character, _ closing: Character, _ inside: (inout JSONWriter) -> Void) {
    bytes += String(opening).utf8
    needsComma = false
    inside(&self)
    bytes += String(closing).utf8
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      if isPlain { bytes.append(contentsOf: utf8) } else { escape(utf8) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: UTF8Bytes) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
  }
}
