/// The content type of a message, as far as the contract reads it.
public enum ContentType {
  /// Whether `text` is the media type of one CloudEvent in JSON, in any case and with any parameters but a charset that
  /// JSON has not got.
  ///
  /// Source: RFC 9110, section 8.3.1; CloudEvents JSON format, section 3; RFC 8259, section 8.1.
  public static func isCloudEvent(_ text: String) -> Bool {
    // As nearly all messages write it.
    if text == "application/cloudevents+json" { return true }
    var text = text
    return text.withUTF8 { bytes in
      guard let (name, parameters) = bytes.cut(at: UInt8(ascii: ";")) else { return isName(bytes) }
      return isName(name) && areParameters(parameters)
    }
  }

  private static func isName(_ bytes: UTF8Bytes) -> Bool { isWord(trimmed(bytes), "application/cloudevents+json") }

  /// What stands behind the first semicolon: parameters, any of which may be left out.
  private static func areParameters(_ bytes: UTF8Bytes) -> Bool {
    var rest = bytes
    while true {
      rest = trimmed(rest)
      if rest.first == UInt8(ascii: ";") {
        rest = rest.part(from: 1, to: rest.count)
        continue
      }
      guard !rest.isEmpty else { return true }
      guard let (name, behind) = rest.cut(at: UInt8(ascii: "=")), isToken(name),
        let value = valueLength(behind)
      else { return false }
      let text = behind.part(from: 0, to: value)
      if isWord(name, "charset"), !isWord(text, "utf-8"), !isWord(text, "\"utf-8\"") { return false }
      rest = trimmed(behind.part(from: value, to: behind.count))
      guard rest.isEmpty || rest.first == UInt8(ascii: ";") else { return false }
    }
  }

  /// How long the token or quoted string is that `bytes` begin with; nil where there is none.
  private static func valueLength(_ bytes: UTF8Bytes) -> Int? {
    guard bytes.first == UInt8(ascii: "\"") else {
      let length = bytes.firstIndex { !isTokenByte($0) } ?? bytes.count
      return length > 0 ? length : nil
    }
    var position = 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""): return position + 1
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    return nil
  }

  private static func trimmed(_ bytes: UTF8Bytes) -> UTF8Bytes {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return bytes.part(from: 0, to: 0) }
    return bytes.part(from: first, to: last + 1)
  }

  private static func isWord(_ bytes: UTF8Bytes, _ word: StaticString) -> Bool {
    let word = UTF8Bytes(word)
    return bytes.count == word.count && zip(bytes, word).allSatisfy { ($0.isUpper ? $0 + 32 : $0) == $1 }
  }

  private static func isToken(_ bytes: UTF8Bytes) -> Bool { !bytes.isEmpty && bytes.allSatisfy(isTokenByte) }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isUpper || byte.isLower || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
