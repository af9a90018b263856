/// The name of a mail, the same for ever for the same content (RFC 5322 section 3.6.4).
public struct MessageID: Sendable, Hashable, CustomStringConvertible {
  /// The identifier without its angle brackets, `left@domain`.
  public let text: String

  /// The identifier that `text` is, in angle brackets or without.
  /// - Throws: `MailError.header` where it is none.
  public init(_ text: String) throws(MailError) {
    let bare = text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    do { try MailAddress.check(bare) } catch {
      throw .header(name: "Message-ID", reason: "'\(text.printable)' is not of the form left@domain")
    }
    self.text = bare
  }

  /// The identifier of the content that `parts` describe: equal parts give an equal identifier, in every process.
  /// - Throws: `MailError.header` where `domain` is no domain name.
  public init(stable parts: [String], domain: String) throws(MailError) {
    try self.init("\(StableHash.hex(parts))@\(domain)")
  }

  /// The identifier in angle brackets, as headers hold it.
  public var description: String { "<\(text)>" }
}
