public import Foundation

/// One mail to one recipient, in plain text and in HTML; a message that exists can be sent.
public struct MailMessage: Sendable, Hashable {
  /// Who writes; also the envelope's sender, who is told when the mail cannot be delivered.
  public let from: Mailbox
  /// Who receives.
  public let to: Mailbox
  /// The name of this mail.
  public let id: MessageID
  private let entity: MIMEEntity

  /// A mail of `subject`, `text` and `html`, with `headers` beside those that every mail has.
  ///
  /// - Parameters:
  ///   - from: who writes.
  ///   - to: who receives.
  ///   - subject: one line of text in any script.
  ///   - text: the plain text; LF and CRLF both end a line.
  ///   - html: the same in HTML.
  ///   - attachments: files that go with it.
  ///   - id: the name of this mail.
  ///   - date: when it was written.
  ///   - inReplyTo: the mail that this one follows.
  ///   - references: the mails of its thread, oldest first.
  ///   - headers: further fields, such as `List-Id`; none of those above.
  /// - Throws: `MailError.header` where a value holds a control character, or a field stands twice.
  public init(
    from: Mailbox, to: Mailbox, subject: String, text: String, html: String, attachments: [MailAttachment] = [],
    id: MessageID, date: Date, inReplyTo: MessageID? = nil, references: [MessageID] = [], headers: [MailHeader] = []
  ) throws(MailError) {
    var head = [
      try MailHeader("Date", words: MailDate.words(date)),
      try from.header("From"),
      try to.header("To"),
      try MailHeader("Subject", subject),
      try MailHeader("Message-ID", words: [id.description]),
    ]
    if let inReplyTo { head.append(try MailHeader("In-Reply-To", words: [inReplyTo.description])) }
    if !references.isEmpty { head.append(try MailHeader("References", words: references.map(\.description))) }
    head += headers
    head.append(try MailHeader("MIME-Version", words: ["1.0"]))
    try MailMessage.checkOnce(head)

    let boundary = StableHash.hex([id.text])
    var body = try MIMEEntity(
      [MIMEEntity(text: text, type: "text/plain"), MIMEEntity(text: html, type: "text/html")],
      multipart: "alternative", boundary: boundary + ".text")
    if !attachments.isEmpty {
      var parts = [body]
      for attachment in attachments { parts.append(try MIMEEntity(attachment)) }
      body = try MIMEEntity(parts, multipart: "mixed", boundary: boundary + ".files")
    }
    body.headers = head + body.headers
    self.from = from
    self.to = to
    self.id = id
    entity = body
  }

  /// The mail as it goes to the server: ASCII, CRLF line ends, the same bytes for the same message.
  public func serialized() -> [UInt8] {
    var output: [UInt8] = []
    entity.write(to: &output)
    return output
  }

  private static func checkOnce(_ headers: [MailHeader]) throws(MailError) {
    var seen: Set<String> = ["bcc", "cc", "sender", "return-path"]
    for header in headers {
      let name = header.name.lowercased()
      guard !name.hasPrefix("content-"), seen.insert(name).inserted else {
        throw .header(name: header.name, reason: "the message writes this field itself, or it was given twice")
      }
    }
  }
}
