internal import Foundation

/// What an encrypted link is verified with.
///
/// librabbitmq verifies by default but loads no certificate authority by itself, so one is always named here. It
/// matches the certificate against host names only, never against IP addresses.
public struct BrokerTLS: Sendable, Hashable {
  /// The file of authorities that Debian's `ca-certificates` keeps.
  public static let systemAuthorities = "/etc/ssl/certs/ca-certificates.crt"

  /// PEM file with the authorities to trust.
  public var authorities: String
  /// PEM file with the client's certificate, where the broker asks for one.
  public var certificate: String?
  /// PEM file with the certificate's key.
  public var key: String?
  /// Whether the broker's certificate is checked. Off only for a trial.
  public var isVerified: Bool

  /// TLS settings, by default the system's authorities with verification on.
  ///
  /// - Parameters:
  ///   - authorities: PEM file with the authorities to trust.
  ///   - certificate: PEM file with the client's certificate.
  ///   - key: PEM file with the certificate's key.
  ///   - isVerified: Whether the broker's certificate is checked.
  public init(
    authorities: String = BrokerTLS.systemAuthorities, certificate: String? = nil, key: String? = nil,
    isVerified: Bool = true
  ) {
    self.authorities = authorities
    self.certificate = certificate
    self.key = key
    self.isVerified = isVerified
  }

  func check(_ address: BrokerAddress) throws(BrokerError) {
    if isVerified && address.isNumeric {
      throw .tls(
        endpoint: address.endpoint,
        reason: "the address is an IP address, which no certificate is matched against; "
          + "name the broker by a host name that its certificate carries")
    }
    if (certificate == nil) != (key == nil) {
      throw .tls(endpoint: address.endpoint, reason: "a client certificate and its key go together; one is missing")
    }
    for file in [isVerified ? authorities : nil, certificate, key].compactMap(\.self)
    where !FileManager.default.isReadableFile(atPath: file) {
      throw .tls(endpoint: address.endpoint, reason: "the file \(file) can't be read")
    }
  }
}
