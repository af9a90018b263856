import Foundation

/// How the bytes of a part travel over lines of ASCII (RFC 2045 section 6).
enum BodyEncoding: String {
  case quotedPrintable = "quoted-printable"
  case base64

  /// The text of a part with CRLF line ends, in whichever of the two encodings is shorter.
  static func shorter(for text: String) -> (encoding: BodyEncoding, body: [UInt8]) {
    let lines = TextLines.split(text)
    let quoted = QuotedPrintable.encode(lines)
    let based = base64(Array(lines.joined(separator: [13, 10])))
    return based.count < quoted.count ? (.base64, based) : (.quotedPrintable, quoted)
  }

  /// `bytes` in Base64, in lines of 76 characters.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    Array(
      Data(bytes).base64EncodedData(options: [
        .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
      ]))
  }
}

/// The lines of a text, whatever of LF, CRLF and CR ends them.
enum TextLines {
  static func split(_ text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 10 where previous == 13: break
      case 10, 13:
        lines.append(line)
        line.removeAll(keepingCapacity: true)
      default: line.append(byte)
      }
      previous = byte
    }
    lines.append(line)
    return lines
  }
}
