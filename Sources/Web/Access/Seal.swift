import Crypto

/// Seals forms: what is posted must carry the seal that was in the form, which holds for one session alone.
struct Seal: Sendable {
  private let key = SymmetricKey(size: .bits256)

  /// The seal of forms that are given out to `owner`: a session or a visit.
  func text(for owner: String) -> String {
    HMAC<SHA256>.authenticationCode(for: Array(owner.utf8), using: key).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
