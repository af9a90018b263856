/// Media types, as far as the contract reads them.
enum MediaType {
  /// Whether a media type says that the data is JSON: a subtype `json`, or one that ends in `+json` (CloudEvents JSON
  /// format, section 3.1); parameters don't matter.
  static func isJSON(_ bytes: UTF8Bytes) -> Bool {
    var text = bytes.cut(at: UInt8(ascii: ";"))?.head ?? bytes
    while text.last == UInt8(ascii: " ") { text = text.part(from: 0, to: text.count - 1) }
    guard let (type, subtype) = text.cut(at: UInt8(ascii: "/")), isToken(type), isToken(subtype) else { return false }
    let suffix = subtype.part(from: subtype.count - 5, to: subtype.count)
    return isWord(subtype, "json") || (subtype.count > 5 && isWord(suffix, "+json"))
  }

  private static func isWord(_ bytes: UTF8Bytes, _ word: StaticString) -> Bool {
    bytes.map { $0.isUpper ? $0 + 32 : $0 }.withUnsafeBufferPointer { $0.equals(word) }
  }

  private static func isToken(_ bytes: UTF8Bytes) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") }
  }
}
