/// A header field that can be sent: whatever a message says in its header has passed through here.
///
/// A control character, CR and LF among them, is refused in every value: no value can begin a field of its own.
public struct MailHeader: Sendable, Hashable {
  /// The longest name; it leaves room for an encoded word on the first line.
  public static let longestName = 40
  /// The longest line that may be sent, its line end not counted (RFC 5322 section 2.1.1).
  public static let longestLine = 998

  /// The field's name.
  public let name: String
  /// The words of the value as they are sent: printable ASCII, folded nowhere but between two of them.
  let words: [String]

  /// A field of free text, in encoded words where it is not plain ASCII.
  /// - Throws: `MailError.header` where the name is none, or the text holds a control character.
  public init(_ name: String, _ text: String) throws(MailError) {
    try self.init(name, words: MailHeader.words(of: text, in: name))
  }

  /// A field of words that are already as they are to be sent.
  /// - Throws: `MailError.header` where the name is none, or a word holds anything but printable ASCII.
  init(_ name: String, words: [String]) throws(MailError) {
    let isName = name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
    guard isName, !name.isEmpty, name.utf8.count <= MailHeader.longestName else {
      throw .header(name: name, reason: "a name is 1 to \(MailHeader.longestName) printable ASCII characters, no colon")
    }
    for word in words {
      guard !word.isEmpty, word.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw .header(name: name, reason: "'\(word.printable)' is not printable ASCII")
      }
      guard word.utf8.count < MailHeader.longestLine - MailHeader.longestName - 2 else {
        throw .header(name: name, reason: "a word of \(word.utf8.count) characters is longer than a line may be")
      }
    }
    self.name = name
    self.words = words
  }

  /// The words that carry `text` in the field `name`.
  static func words(of text: String, in name: String) throws(MailError) -> [String] {
    if let control = text.unicodeScalars.first(where: \.isControl) {
      let code = String(control.value, radix: 16, uppercase: true)
      throw .header(name: name, reason: "its value holds the control character U+\(code); leave it out")
    }
    guard !text.isEmpty else { return [] }
    guard EncodedWord.isNeedless(for: text) else { return EncodedWord.words(text, column: name.utf8.count + 2) }
    return text.split(separator: " ").map(String.init)
  }

  /// The field with its line ends, folded so that a line has at most 76 characters where its words allow.
  var serialized: String {
    var text = name + ":"
    var column = text.utf8.count
    for (index, word) in words.enumerated() {
      if index > 0, column + 1 + word.utf8.count > EncodedWord.longestLine {
        text += "\r\n"
        column = 0
      }
      text += " " + word
      column += 1 + word.utf8.count
    }
    return text + "\r\n"
  }
}
