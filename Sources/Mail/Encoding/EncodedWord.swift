import Foundation

/// Words of a header whose text is not plain ASCII (RFC 2047, in its "B" form).
enum EncodedWord {
  /// The longest line that may hold an encoded word (RFC 2047 section 2), its line end not counted.
  static let longestLine = 76
  /// The most bytes of text in a word of 75 characters: 12 of frame, 60 of Base64.
  static let mostBytes = 45

  /// Whether `text` can stand in a header as it is: printable ASCII with single blanks between short words, and
  /// nothing that a reader would take for an encoded word.
  static func isNeedless(for text: String) -> Bool {
    guard !text.contains("=?") else { return false }
    return text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.count < longestLine && word.allSatisfy { (0x21...0x7E).contains($0) }
    }
  }

  /// The encoded words that carry `text`, the first of them short enough to begin at `column` of its line.
  ///
  /// A word ends between two characters as people see them, so that each can be shown by itself; a character too long
  /// for a word is split between its Unicode scalars, never within one.
  static func words(_ text: String, column: Int) -> [String] {
    var words: [String] = []
    var chunk: [UInt8] = []
    var room = max(4, min(mostBytes, (longestLine - column - 12) / 4 * 3))
    for character in text {
      let whole = Array(character.utf8)
      let pieces = whole.count <= room ? [whole] : character.unicodeScalars.map { Array(String($0).utf8) }
      for piece in pieces {
        if chunk.count + piece.count > room {
          words.append(word(chunk))
          chunk.removeAll(keepingCapacity: true)
          room = mostBytes
        }
        chunk += piece
      }
    }
    if !chunk.isEmpty { words.append(word(chunk)) }
    return words
  }

  private static func word(_ bytes: [UInt8]) -> String {
    "=?UTF-8?B?\(Data(bytes).base64EncodedString())?="
  }
}
