public import Foundation

/// A certificate authority made for one test by openssl, and a certificate of its for a server.
public struct SMTPSinkAuthority: Sendable {
  /// Where certificates and keys are.
  public let folder: URL

  /// An authority that has signed a certificate for the server `name`, an IPv4 address or a host name.
  /// - Throws: `SMTPSink.Failure` where openssl fails.
  public init(name: String = "127.0.0.1") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mail-ca-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    try openssl(
      [
        "req", "-x509", "-subj", "/CN=Test CA", "-addext", "basicConstraints=critical,CA:TRUE", "-keyout", "ca.key",
        "-out", "ca.pem",
      ]
        + key)
    let kind = name.first?.isNumber == true ? "IP" : "DNS"
    try openssl(
      [
        "req", "-x509", "-subj", "/CN=server", "-addext", "subjectAltName=\(kind):\(name)", "-addext",
        "basicConstraints=CA:FALSE",
      ]
        + ["-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "server.key", "-out", "server.pem"] + key)
  }

  /// The authority's certificate.
  public var caFile: String { folder.appending(path: "ca.pem").path }

  /// The server's certificate and key, as `--tls` and `--starttls` take them.
  public var pair: [String] { ["server.pem", "server.key"].map { folder.appending(path: $0).path } }

  private func openssl(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    try process.start()
    process.pollUntilEnded()
    guard process.terminationStatus == 0 else {
      throw SMTPSink.Failure(description: "openssl \(arguments.joined(separator: " ")) failed")
    }
  }
}
