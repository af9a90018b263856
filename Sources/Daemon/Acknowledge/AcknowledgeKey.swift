import Crypto
import Foundation

/// What acknowledge links are signed with: a key, and beside it an old one whose links are still good.
///
/// The file has a key a line, in base64, the one that signs first. To change it, write a new one above the old; take the
/// old one out once its links have expired. Printed, nothing shows.
struct AcknowledgeKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// The key that signs.
  let current: SymmetricKey
  /// A key that no longer signs.
  let old: SymmetricKey?

  /// The name of the file beside the database in which a key is kept where none is configured.
  static func path(besideStore store: String) -> String { store + ".acknowledge-key" }

  /// The key in the file at `path`.
  /// - Throws: `KeyFile.Failure` where there is none of at least 32 bytes, or others may read it.
  static func load(_ path: String) throws(KeyFile.Failure) -> AcknowledgeKey {
    let lines = try KeyFile.read(path).split(whereSeparator: \.isWhitespace)
    guard (1...2).contains(lines.count) else {
      throw .init(path: path, reason: "expected one key, or an old one below it, found \(lines.count); \(advice)")
    }
    var keys: [SymmetricKey] = []
    for line in lines {
      guard let bytes = Data(base64Encoded: String(line)), bytes.count >= 32 else {
        throw .init(path: path, reason: "expected 32 bytes or more in base64, found something else; \(advice)")
      }
      keys.append(SymmetricKey(data: bytes))
    }
    return AcknowledgeKey(current: keys[0], old: keys.count > 1 ? keys[1] : nil)
  }

  /// The key in the file at `path`, which is made where there is none.
  /// - Throws: `KeyFile.Failure` where it can neither be read nor made.
  static func loadOrMake(_ path: String) throws(KeyFile.Failure) -> AcknowledgeKey {
    if access(path, F_OK) != 0, errno == ENOENT { try make(path) }
    return try load(path)
  }

  /// Makes a file at `path` with a key of 32 random bytes, unless there is one.
  /// - Throws: `KeyFile.Failure` where it cannot be written.
  static func make(_ path: String) throws(KeyFile.Failure) {
    let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    try KeyFile.make(path, bytes.base64EncodedString() + "\n")
  }

  private static let advice = "`openssl rand -base64 32` makes one"

  /// Three asterisks.
  var description: String { "***" }

  /// Nothing to look into, so that no dump shows a key.
  var customMirror: Mirror { Mirror(self, children: []) }
}
