/// Who we are to a mail server that asks for a certificate.
public struct SMTPCertificate: Sendable, Hashable {
  /// The file of the certificate, in PEM.
  public let file: String
  /// The file of its key, in PEM.
  public let key: String

  /// A certificate and its key.
  public init(file: String, key: String) {
    self.file = file
    self.key = key
  }
}
