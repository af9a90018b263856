/// The escapes in JSON strings (RFC 8259 section 7).
enum JSONEscapes {
  /// The text of a string that was found right, with its escapes resolved.
  static func resolved(_ raw: UTF8Bytes) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var rest = raw[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        text.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"): text += String(scalar(&rest)).utf8
      default: text.append(escape)
      }
    }
    return text
  }

  /// The character of one escape, or of a pair of surrogates, behind its first `\u`.
  private static func scalar(_ rest: inout UTF8Bytes.SubSequence) -> Character {
    var code = unit(&rest)
    if (0xD800..<0xDC00).contains(code) {
      rest = rest.dropFirst(2)
      code = 0x10000 + (code - 0xD800) << 10 + (unit(&rest) & 0x3FF)
    }
    return Character(Unicode.Scalar(code) ?? "\u{FFFD}")
  }

  private static func unit(_ rest: inout UTF8Bytes.SubSequence) -> UInt32 {
    let digits = rest.prefix(4)
    rest = rest.dropFirst(4)
    return digits.reduce(0) { $0 << 4 | UInt32($1.hexadecimal ?? 0) }
  }
}
