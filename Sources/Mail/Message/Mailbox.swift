/// Who writes or receives a mail: an address, and the name that stands before it.
public struct Mailbox: Sendable, Hashable, CustomStringConvertible {
  /// The name, or nothing.
  public let name: String
  /// The address, `local@domain` in ASCII.
  public let address: String

  /// A mailbox of a display name and an address.
  /// - Throws: `MailError.address` where either cannot stand.
  public init(name: String = "", address: String) throws(MailError) {
    try MailAddress.check(address)
    guard !name.unicodeScalars.contains(where: \.isControl) else {
      throw .address(name, reason: "the name before the address holds a control character")
    }
    guard name.utf8.count <= 256 else { throw .address(name, reason: "the name before the address is too long") }
    self.name = name
    self.address = address
  }

  /// The mailbox that `text` names as `lead@example.org` or `Name <lead@example.org>`, the name in quotes or not.
  /// - Throws: `MailError.address` where it names none.
  public init(parsing text: String) throws(MailError) {
    let text = Mailbox.trimmed(text)
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
      try self.init(address: String(text))
      return
    }
    var name = Mailbox.trimmed(text[..<open])
    if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") { name = name.dropFirst().dropLast() }
    let address = text[text.index(after: open)...].dropLast()
    try self.init(name: String(name), address: String(address))
  }

  /// `Name <address>`, or the address where there is no name; for people, not for a header.
  public var description: String {
    name.isEmpty ? address : "\(name) <\(address)>"
  }

  /// The mailbox as the value of the header field `field`.
  func header(_ field: String) throws(MailError) -> MailHeader {
    guard !name.isEmpty else { return try MailHeader(field, words: [address]) }
    let isPhrase = EncodedWord.isNeedless(for: name) && name.utf8.allSatisfy { $0 == 32 || MailAddress.isAtom($0) }
    let phrase = isPhrase ? name.split(separator: " ").map(String.init) : encodedName(in: field)
    return try MailHeader(field, words: phrase + ["<\(address)>"])
  }

  private func encodedName(in field: String) -> [String] {
    EncodedWord.words(name, column: field.utf8.count + 2)
  }

  private static func trimmed(_ text: some StringProtocol) -> Substring {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
