extension JSONParser {
  /// Reads a number or a word.
  mutating func scalar() throws(ContractError) -> JSONNode.Kind {
    switch peek {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number()
      return .number
    case UInt8(ascii: "t"): return try word("true", .true)
    case UInt8(ascii: "f"): return try word("false", .false)
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected("a value")
    }
  }

  private mutating func word(_ word: StaticString, _ kind: JSONNode.Kind) throws(ContractError) -> JSONNode.Kind {
    let end = position + word.utf8CodeUnitCount
    guard bytes.part(from: position, to: end).equals(word) else { throw unexpected("a value") }
    position = end
    return kind
  }

  private mutating func number() throws(ContractError) {
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") {
      position += 1
      if peek.isDigit { throw unexpected("no digit behind a leading zero") }
    } else {
      try digits()
    }
    if peek == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if peek | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(ContractError) {
    guard peek.isDigit else { throw unexpected("a digit") }
    while peek.isDigit { position += 1 }
  }
}
