internal import Glibc

/// Keeps texts that come again and again, such as routing keys, so that they are made once and then only shared.
///
/// A table of fixed size in which a newcomer displaces whoever sits at its place: memory is bounded whatever arrives.
struct Interner {
  private static let places = 1_024
  private static let longest = 255

  private var texts = [String](repeating: "", count: Interner.places)

  /// The text of the bytes, which is most often the `last` one of its kind.
  mutating func text(_ bytes: UnsafeRawBufferPointer, like last: String) -> String {
    Interner.isSame(last, bytes) ? last : text(bytes)
  }

  /// The text of the bytes; what isn't UTF-8 is replaced.
  mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
    guard !bytes.isEmpty, bytes.count <= Self.longest else { return String(decoding: bytes, as: UTF8.self) }
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let place = Int(hash % UInt32(Self.places))
    if Interner.isSame(texts[place], bytes) { return texts[place] }
    let text = String(decoding: bytes, as: UTF8.self)
    texts[place] = text
    return text
  }

  private static func isSame(_ text: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      guard utf8.count == bytes.count, let one = utf8.baseAddress, let other = bytes.baseAddress else { return false }
      return memcmp(one, other, bytes.count) == 0
    }
  }
}
