/// The words that the contract allows in one place, found by their bytes.
struct Vocabulary<Word: Sendable>: Sendable {
  private let words: [Word]
  /// All names, one behind the other, and where each ends.
  private let names: [UInt8]
  private let ends: [Int]

  /// These `words`, each by its `name`.
  init(_ words: some Collection<Word>, name: (Word) -> String) {
    var names: [UInt8] = []
    ends = words.map { word in
      names += name(word).utf8
      return names.count
    }
    self.words = Array(words)
    self.names = names
  }

  /// The word that these bytes name, or nil.
  func word(_ bytes: UTF8Bytes) -> Word? {
    let place = names.withUnsafeBufferPointer { names in
      var start = 0
      return ends.firstIndex { end in
        defer { start = end }
        return end - start == bytes.count && names.part(from: start, to: end).isSame(as: bytes)
      }
    }
    return place.map { words[$0] }
  }

  /// The word of this name, or nil.
  func word(_ name: String) -> Word? {
    var name = name
    return name.withUTF8 { word($0) }
  }

  /// All names, for error messages.
  var expectation: String {
    let starts = [0] + ends
    return "one of "
      + zip(starts, ends).map { String(decoding: names[$0..<$1], as: UTF8.self) }.joined(separator: ", ")
  }
}

extension Vocabulary where Word: RawRepresentable<String> {
  /// These `words`, each by its raw value.
  init(_ words: some Collection<Word>) {
    self.init(words, name: \.rawValue)
  }
}
