import Crypto
import CryptoExtras
import Foundation

/// A password as it may be kept: scrypt (RFC 7914), written as `$scrypt$ln=15,r=8,p=3$SALT$HASH` in base64 without
/// padding.
public struct PasswordHash: Sendable, Hashable, CustomStringConvertible {
  private let cost: Cost
  private let salt: [UInt8]
  private let hash: [UInt8]

  /// How dear it is to try one password.
  struct Cost: Sendable, Hashable {
    /// The binary logarithm of the rounds.
    var log = 15
    var block = 8
    var lanes = 3

    /// What OWASP's Password Storage Cheat Sheet asks for, in the form that needs 32 MiB.
    static let usual = Cost()

    /// No file can make the daemon use more than 128 MiB, or stop it for long.
    var isBearable: Bool {
      (1...20).contains(log) && (1...32).contains(block) && (1...16).contains(lanes) && block << log <= 1 << 20
    }
  }

  private static let saltSize = 16
  private static let hashSize = 32

  /// The fewest characters of a password.
  public static let shortest = 12
  /// The most bytes of a password.
  public static let longest = 256

  /// The hash that `text` is, or nil where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Cost(parts[2]), cost.isBearable,
      let salt = PasswordHash.bytes(parts[3]), let hash = PasswordHash.bytes(parts[4]), salt.count >= 8,
      hash.count == PasswordHash.hashSize
    else { return nil }
    self.cost = cost
    self.salt = salt
    self.hash = hash
  }

  /// The hash of a new password, with a salt by chance; nil where the password is too short or too long.
  public init?(of password: String) {
    guard password.count >= PasswordHash.shortest, password.utf8.count <= PasswordHash.longest else { return nil }
    self.init(of: password, .usual)
  }

  init?(of password: String, _ cost: Cost) {
    var chance = SystemRandomNumberGenerator()
    let salt = (0..<PasswordHash.saltSize).map { _ in UInt8.random(in: 0...255, using: &chance) }
    guard cost.isBearable, let hash = PasswordHash.derive(password, salt, cost) else { return nil }
    self.cost = cost
    self.salt = salt
    self.hash = hash
  }

  /// Whether `password` is the one; takes a tenth of a second and 32 MiB.
  func matches(_ password: String) -> Bool {
    guard password.utf8.count <= PasswordHash.longest, let other = PasswordHash.derive(password, salt, cost) else {
      return false
    }
    return zip(hash, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The text to be kept.
  public var description: String {
    "$scrypt$ln=\(cost.log),r=\(cost.block),p=\(cost.lanes)$\(PasswordHash.text(salt))$\(PasswordHash.text(hash))"
  }

  private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) -> [UInt8]? {
    // Composed, as keyboards differ in how they write Vietnamese letters.
    let composed = Array(password.precomposedStringWithCanonicalMapping.utf8)
    let key = try? KDF.Scrypt.deriveKey(
      from: composed, salt: salt, outputByteCount: hashSize, rounds: 1 << cost.log, blockSize: cost.block,
      parallelism: cost.lanes)
    return key.map { key in key.withUnsafeBytes { Array($0) } }
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    return Data(base64Encoded: text + padding).map { Array($0) }
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
  }
}

extension PasswordHash.Cost {
  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: ",").map { $0.split(separator: "=") }
    guard parts.map(\.first) == ["ln", "r", "p"], parts.allSatisfy({ $0.count == 2 }), let log = Int(parts[0][1]),
      let block = Int(parts[1][1]), let lanes = Int(parts[2][1])
    else { return nil }
    self.init(log: log, block: block, lanes: lanes)
  }
}
