import Crypto
import Foundation

/// What acknowledge links are signed with: a key, and beside it an old one whose links are still good.
///
/// Written, a key is 32 characters or more, and the old one stands behind it after a blank or a line break. To change it,
/// write a new one before the old; take the old one out once its links have expired. Printed, nothing shows.
struct AcknowledgeKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// The key that signs.
  let current: SymmetricKey
  /// A key that no longer signs.
  let old: SymmetricKey?

  /// The name of the file beside the database in which a key is kept where none is configured.
  static func path(besideStore store: String) -> String { store + ".acknowledge-key" }

  /// A key, and an old one.
  init(current: SymmetricKey, old: SymmetricKey? = nil) {
    self.current = current
    self.old = old
  }

  /// The key that `text` is, or nil where it is none, one of less than 32 characters, or more than two.
  init?(_ text: String) {
    let keys = text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    guard (1...2).contains(keys.count), keys.allSatisfy({ $0.count >= 32 }) else { return nil }
    self.init(
      current: SymmetricKey(data: keys[0]), old: keys.count > 1 ? SymmetricKey(data: keys[1]) : nil)
  }

  /// The key in the file at `path`.
  /// - Throws: `KeyFile.Failure` where there is none, or others may read it.
  static func load(_ path: String) throws(KeyFile.Failure) -> AcknowledgeKey {
    guard let key = AcknowledgeKey(try KeyFile.read(path)) else {
      throw KeyFile.Failure(
        path: path,
        reason: "expected a key of 32 characters or more, and at most an old one behind it, found something else; "
          + "`openssl rand -hex 32` makes one")
    }
    return key
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

  /// Three asterisks.
  var description: String { "***" }

  /// Nothing to look into, so that no dump shows a key.
  var customMirror: Mirror { Mirror(self, children: []) }
}
