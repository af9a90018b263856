import Crypto
import Dossiers
import Foundation

/// The right to acknowledge one step of one alert until an instant, given to one receiver, as a mail's link carries it.
///
/// As text it is base64url (RFC 4648 section 5) of a version byte, the alert's number, the step, the expiry, the
/// receiver, and an HMAC-SHA256 (RFC 2104) over all before. It proves what the daemon once said, and changes nothing by
/// being looked at: mail scanners fetch links.
struct AcknowledgeLink: Sendable, Hashable {
  /// The alert's number.
  let alert: Int64
  /// The escalation step that is acknowledged; a later one needs another link.
  let step: Int
  /// Who was given it.
  let receiver: ReceiverID
  /// The first instant at which it is no longer good.
  let expiry: Instant

  /// Why a token is not taken.
  enum Refusal: Error, Hashable {
    /// It is no token, or not a whole one.
    case malformed
    /// It was not signed by a key of ours, or changed since.
    case forged
    /// It was good until this instant.
    case expired(Instant)
  }

  private static let version: UInt8 = 1
  private static let headSize = 1 + 3 * 8
  private static let longest = 1024

  init(alert: Int64, step: Int, receiver: ReceiverID, expiry: Instant) {
    self.alert = alert
    self.step = step
    self.receiver = receiver
    self.expiry = expiry
  }

  /// The link that `token` says, where a key of ours signed it and it is good at `now`.
  /// - Throws: `Refusal`.
  init(token: String, key: AcknowledgeKey, now: Instant) throws(Refusal) {
    guard token.utf8.count <= AcknowledgeLink.longest, let bytes = Base64URL.decode(token),
      bytes.count > AcknowledgeLink.headSize + SHA256.byteCount, bytes[0] == AcknowledgeLink.version
    else { throw .malformed }
    let signed = bytes.dropLast(SHA256.byteCount)
    let code = bytes.suffix(SHA256.byteCount)
    // In constant time, by swift-crypto's word.
    let isOurs = [key.current, key.old].contains { key in
      key.map { HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: $0) } ?? false
    }
    guard isOurs else { throw .forged }
    guard let receiver = ReceiverID(String(decoding: signed.dropFirst(AcknowledgeLink.headSize), as: UTF8.self))
    else { throw .malformed }
    guard let step = Int(exactly: Int64(bigEndian: signed, at: 9)) else { throw .malformed }
    self.init(
      alert: Int64(bigEndian: signed, at: 1), step: step, receiver: receiver,
      expiry: Instant(microseconds: Int64(bigEndian: signed, at: 17)))
    guard now < expiry else { throw .expired(expiry) }
  }

  /// The token, signed by `key`.
  func token(signedBy key: AcknowledgeKey) -> String {
    var bytes = [AcknowledgeLink.version]
    for number in [alert, Int64(step), expiry.microseconds] {
      bytes += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> Int64($0)) }
    }
    bytes += receiver.text.utf8
    bytes += Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key.current))
    return Base64URL.encode(bytes)
  }

  /// The address of the page that shows it, and by a button acts.
  func url(base: String, signedBy key: AcknowledgeKey) -> String {
    "\(base)/acknowledge?token=\(token(signedBy: key))"
  }
}

extension AcknowledgeLink.Refusal: CustomStringConvertible {
  /// A sentence that says what was expected, what was found and what to do.
  var description: String {
    switch self {
    case .malformed: "expected the whole link of a mail, found a part of one or another text; copy all of it"
    case .forged: "expected a link that this daemon made, found another; open it from the newest mail"
    case .expired(let instant): "the link was good until \(instant.rfc3339); open it from the newest mail"
    }
  }
}

extension Int64 {
  fileprivate init(bigEndian bytes: ArraySlice<UInt8>, at offset: Int) {
    let number = bytes.dropFirst(offset).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    self.init(bitPattern: number)
  }
}
