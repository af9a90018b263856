import Crypto
import Foundation

/// What a webhook's messages are signed with: one secret, or two while the receiver changes from an old to a new one.
///
/// Written as the Standard Webhooks specification has it: `whsec_` and 24 to 64 bytes in base64. Printed, nothing shows.
public struct WebhookSecrets: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  private static let prefix = "whsec_"
  private let keys: [[UInt8]]

  /// The secrets in `text`, with blanks or line breaks between.
  /// - Throws: `WebhookError.secret` where it holds none, more than two, or anything else.
  public init(_ text: String) throws(WebhookError) {
    let lines = text.split(whereSeparator: \.isWhitespace)
    guard (1...2).contains(lines.count) else {
      throw .secret(reason: "expected one secret, or an old one beside it, found \(lines.count)")
    }
    var keys: [[UInt8]] = []
    for line in lines {
      guard line.hasPrefix(WebhookSecrets.prefix) else {
        throw .secret(reason: "expected it to begin with \(WebhookSecrets.prefix), found something else")
      }
      guard let bytes = Data(base64Encoded: String(line.dropFirst(WebhookSecrets.prefix.count))) else {
        throw .secret(reason: "expected base64 after \(WebhookSecrets.prefix), found something else")
      }
      guard (24...64).contains(bytes.count) else {
        throw .secret(reason: "expected 24 to 64 bytes in base64, found \(bytes.count)")
      }
      keys.append(Array(bytes))
    }
    self.keys = keys
  }

  /// Three asterisks.
  public var description: String { "***" }

  /// Nothing to look into, so that no dump shows a secret.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// The value of `webhook-signature`: a signature by each secret, of which the receiver needs to find one right.
  func signature(of message: WebhookMessage) -> String {
    let signed = Array("\(message.id.text).\(message.sentSeconds).".utf8) + message.body
    return keys.map { key in
      let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key))
      return "v1,\(Data(code).base64EncodedString())"
    }.joined(separator: " ")
  }
}
