/// A file that goes with a mail.
public struct MailAttachment: Sendable, Hashable {
  /// The file's name, without a path.
  public let name: String
  /// The media type, such as `text/csv`.
  public let type: String
  /// The content.
  public let bytes: [UInt8]

  /// An attachment of `bytes`.
  /// - Throws: `MailError.attachment` where the name holds a path or a control character, or the type is none.
  public init(name: String, type: String, bytes: [UInt8]) throws(MailError) {
    guard (1...200).contains(name.utf8.count),
      !name.unicodeScalars.contains(where: { $0.isControl || "/\\\"".unicodeScalars.contains($0) })
    else { throw .attachment(name, reason: "a name is 1 to 200 bytes without a path, a quote or a control character") }
    let tokens = type.split(separator: "/", omittingEmptySubsequences: false)
    guard tokens.count == 2, type.utf8.count <= 100,
      tokens.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { MailAddress.isAtom($0) || $0 == UInt8(ascii: ".") } })
    else { throw .attachment(name, reason: "'\(type.printable)' is no media type such as text/csv") }
    self.name = name
    self.type = type
    self.bytes = bytes
  }

  /// The parameter that names the file: as it is in ASCII, else percent-encoded UTF-8 (RFC 2231).
  var nameParameter: String {
    let bytes = Array(name.utf8)
    if bytes.allSatisfy({ (0x21...0x7E).contains($0) }) { return "filename=\"\(name)\"" }
    var value = "filename*=UTF-8''"
    for byte in bytes {
      if byte.isUnreserved {
        value.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        value += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return value
  }
}

extension UInt8 {
  fileprivate var isUnreserved: Bool {
    (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self) || "-._".utf8.contains(self)
  }
}
