/// A header and its content: one part of a mail, or the whole of it (RFC 2045).
struct MIMEEntity: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case encoded([UInt8])
    case parts([MIMEEntity], boundary: String)
  }

  var headers: [MailHeader]
  let content: Content

  /// A part of text, in UTF-8.
  init(text: String, type: String) throws(MailError) {
    let (encoding, body) = BodyEncoding.shorter(for: text)
    headers = [
      try MailHeader("Content-Type", words: ["\(type);", "charset=utf-8"]),
      try MailHeader("Content-Transfer-Encoding", words: [encoding.rawValue]),
    ]
    content = .encoded(body)
  }

  /// A part that holds a file.
  init(_ attachment: MailAttachment) throws(MailError) {
    let isText = attachment.type.hasPrefix("text/") && String(validating: attachment.bytes, as: UTF8.self) != nil
    headers = [
      try MailHeader("Content-Type", words: isText ? ["\(attachment.type);", "charset=utf-8"] : [attachment.type]),
      try MailHeader("Content-Disposition", words: ["attachment;", attachment.nameParameter]),
      try MailHeader("Content-Transfer-Encoding", words: [BodyEncoding.base64.rawValue]),
    ]
    content = .encoded(BodyEncoding.base64(attachment.bytes))
  }

  /// Several parts, `type` of multipart. The boundary begins with `=_`, which neither encoding of a body can hold.
  init(_ parts: [MIMEEntity], multipart type: String, boundary: String) throws(MailError) {
    let boundary = "=_\(boundary)"
    headers = [try MailHeader("Content-Type", words: ["multipart/\(type);", "boundary=\"\(boundary)\""])]
    content = .parts(parts, boundary: boundary)
  }

  /// Writes the entity with CRLF line ends; the last line of its content is left open.
  func write(to output: inout [UInt8]) {
    for header in headers { output += header.serialized.utf8 }
    output += "\r\n".utf8
    switch content {
    case .encoded(let body): output += body
    case .parts(let parts, let boundary):
      for part in parts {
        output += "--\(boundary)\r\n".utf8
        part.write(to: &output)
        output += "\r\n".utf8
      }
      output += "--\(boundary)--\r\n".utf8
    }
  }
}
