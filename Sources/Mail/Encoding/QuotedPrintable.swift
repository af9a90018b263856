/// Text that stays readable where it is ASCII (RFC 2045 section 6.7).
enum QuotedPrintable {
  /// The longest line, its soft break counted and its line end not.
  static let longestLine = 76

  /// `lines` of UTF-8, encoded and joined by CRLF; no line breaks within a character's bytes.
  static func encode(_ lines: [[UInt8]]) -> [UInt8] {
    var output: [UInt8] = []
    for (number, line) in lines.enumerated() {
      if number > 0 { output += [13, 10] }
      encode(line, into: &output)
    }
    return output
  }

  private static func encode(_ line: [UInt8], into output: inout [UInt8]) {
    var column = 0
    var group: [UInt8] = []
    for (index, byte) in line.enumerated() {
      group +=
        isPlain(byte, last: index + 1 == line.count) ? [byte] : [UInt8(ascii: "="), hex(byte >> 4), hex(byte & 15)]
      let next = index + 1 < line.count ? line[index + 1] : 0
      if next & 0xC0 == 0x80 { continue }
      if column + group.count > longestLine - 1 {
        output += [UInt8(ascii: "="), 13, 10]
        column = 0
      }
      output += group
      column += group.count
      group.removeAll(keepingCapacity: true)
    }
  }

  private static func isPlain(_ byte: UInt8, last: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "="): false
    case 0x21...0x7E: true
    case UInt8(ascii: " "), UInt8(ascii: "\t"): !last
    default: false
    }
  }

  private static func hex(_ value: UInt8) -> UInt8 {
    value < 10 ? 48 + value : 55 + value
  }
}
