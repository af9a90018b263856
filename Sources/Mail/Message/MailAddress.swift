/// The plain form of a mail address (RFC 5321 section 4.1.2, without quoted local parts, address literals and UTF-8).
enum MailAddress {
  /// Checks that `text` is `local@domain`.
  /// - Throws: `MailError.address` with what is wrong.
  static func check(_ text: String) throws(MailError) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .address(text, reason: "it needs one @") }
    guard parts[0].utf8.count <= 64, text.utf8.count <= 254 else { throw .address(text, reason: "it is too long") }
    let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard atoms.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isAtom) }) else {
      throw .address(text, reason: "before the @ stand ASCII letters, digits and marks, with single dots between them")
    }
    guard isDomain(parts[1]) else { throw .address(text, reason: "after the @ stands no domain name in ASCII") }
  }

  /// Whether `text` is a domain name in ASCII.
  static func isDomain(_ text: some StringProtocol) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
      }
  }

  /// Whether `byte` may stand in an atom (RFC 5322 section 3.2.3).
  static func isAtom(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
