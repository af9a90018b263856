extension JSONParser {
  /// Reads a string from its opening to behind its closing quote, and says whether it has escapes.
  mutating func string() throws(ContractError) -> Bool {
    var hasEscapes = false
    position += 1
    while true {
      skipPlain()
      switch peek {
      case UInt8(ascii: "\""):
        position += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        position += 1
        try escape()
      case 0x80...:
        try character()
      default:
        throw unexpected("a string that ends and has no bare control character")
      }
    }
  }

  /// Skips characters of ASCII that stand for themselves.
  private mutating func skipPlain() {
    var here = position
    while bytes.count - here >= 8 {
      let special = JSONParser.special(in: bytes.word(at: here))
      guard special == 0 else {
        position = here + special.trailingZeroBitCount / 8
        return
      }
      here += 8
    }
    while here < bytes.count {
      let byte = bytes[here]
      guard byte &- 0x20 < 0x60, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { break }
      here += 1
    }
    position = here
  }

  /// The highest bit of each byte of `word` that does not stand for itself, and perhaps of some behind the first of them.
  ///
  /// To subtract from a byte what is larger borrows from the byte above, and so sets its highest bit.
  @inline(__always)
  private static func special(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let backslashes = (word ^ (ones &* 0x5C)) &- ones
    let controls = word &- (ones &* 0x20)
    return (quotes | backslashes | controls | word) & (ones &* 0x80)
  }

  /// Reads what follows a backslash. A surrogate must have its other half (RFC 8259 section 8.2).
  private mutating func escape() throws(ContractError) {
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      let unit = try hexadecimal()
      guard (0xD800...0xDFFF).contains(unit) else { return }
      guard unit < 0xDC00, peek == UInt8(ascii: "\\") else { throw unexpected("both halves of a surrogate pair") }
      position += 1
      guard peek == UInt8(ascii: "u") else { throw unexpected("both halves of a surrogate pair") }
      position += 1
      guard (0xDC00...0xDFFF).contains(try hexadecimal()) else { throw unexpected("both halves of a surrogate pair") }
    default:
      throw unexpected("an escape of RFC 8259")
    }
  }

  private mutating func hexadecimal() throws(ContractError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek.hexadecimal else { throw unexpected("four hexadecimal digits behind \\u") }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }

  /// Reads one character of two to four bytes, by table 3-7 of the Unicode Standard: no overlong form, no surrogate,
  /// nothing above U+10FFFF.
  private mutating func character() throws(ContractError) {
    let (second, more): (ClosedRange<UInt8>, Int)
    switch peek {
    case 0xC2...0xDF: (second, more) = (0x80...0xBF, 0)
    case 0xE0: (second, more) = (0xA0...0xBF, 1)
    case 0xED: (second, more) = (0x80...0x9F, 1)
    case 0xE1...0xEF: (second, more) = (0x80...0xBF, 1)
    case 0xF0: (second, more) = (0x90...0xBF, 2)
    case 0xF1...0xF3: (second, more) = (0x80...0xBF, 2)
    case 0xF4: (second, more) = (0x80...0x8F, 2)
    default: throw unexpected("UTF-8")
    }
    position += 1
    guard second.contains(peek) else { throw unexpected("UTF-8") }
    position += 1
    for _ in 0..<more {
      guard (0x80...0xBF).contains(peek) else { throw unexpected("UTF-8") }
      position += 1
    }
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit, or nil.
  var hexadecimal: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - 55
    default: nil
    }
  }
}
