/// Puts the lines that a server sends together to replies (RFC 5321 section 4.2.1).
struct ReplyReader {
  /// The most bytes of a reply's text that are kept.
  static let longestText = 1000

  /// The last reply, or as much of it as has come.
  private(set) var text = ""
  private var isComplete = false

  /// Takes one line, `NNN text` or, where more follow, `NNN-text`.
  ///
  /// 221 answers the QUIT by which libcurl leaves after a failure, and says nothing about the mail.
  mutating func take(_ line: UnsafeRawBufferPointer) {
    if line.starts(with: "221".utf8) { return }
    if isComplete { text = "" }
    isComplete = line.count < 4 || line[3] != UInt8(ascii: "-")
    var words = String(decoding: line.dropFirst(4), as: UTF8.self)
    while words.last?.isWhitespace == true { words.removeLast() }
    guard text.utf8.count + words.utf8.count < ReplyReader.longestText else { return }
    text += (text.isEmpty ? "" : " ") + words.printable
  }
}
