import Crypto
import Foundation

/// Passwords of the broker's users.
enum BrokerPassword {
  /// A password of 128 random bits, without letters that are taken for one another.
  static func random() -> String {
    var dice = SystemRandomNumberGenerator()
    return String((0..<26).map { _ in letters[Int.random(in: letters.indices, using: &dice)] })
  }

  /// What RabbitMQ keeps of a password: base64 of a salt of four bytes and the SHA-256 of salt and password.
  ///
  /// The salt follows from the password, so that the same sheet gives the same definitions; random ones of 128 bits
  /// need no other.
  /// Source: RabbitMQ, "Passwords", the password hashing algorithm.
  static func hash(_ password: String) -> String {
    let text = Data(password.utf8)
    let salt = Data(SHA256.hash(data: Data("dossierd ".utf8) + text).prefix(4))
    return (salt + Data(SHA256.hash(data: salt + text))).base64EncodedString()
  }

  private static let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
}
