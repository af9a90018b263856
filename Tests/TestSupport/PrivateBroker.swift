internal import Foundation
internal import Synchronization

/// A real RabbitMQ for tests.
///
/// The one of `DOSSIERD_TEST_AMQP` where that is set, else one that `Tests/private-broker` starts, once a process, and
/// that ends with it. Tests that share it use names of their own for queues and exchanges.
public final class PrivateBroker: Sendable {
  /// Its AMQP address, without a path, as amqp-tools want it.
  public let uri: String
  /// Its folder; `nil` for a broker that was given.
  private let folder: String?

  /// Its amqps address, where it was started with TLS.
  public let encryptedURI: String?

  private init(uri: String, folder: String?, encryptedURI: String? = nil) {
    self.uri = uri.hasSuffix("/") ? String(uri.dropLast()) : uri
    self.folder = folder
    self.encryptedURI = encryptedURI
  }

  private static let sharing = Task {
    if let uri = ProcessInfo.processInfo.environment["DOSSIERD_TEST_AMQP"], !uri.isEmpty {
      return PrivateBroker(uri: uri, folder: nil)
    }
    return try await start()
  }

  /// The broker that the tests of this process share.
  ///
  /// - Throws: When none could be started; a test without a broker fails.
  public static func shared() async throws -> PrivateBroker { try await sharing.value }

  /// Starts a broker that a test may stop, starve or restart.
  ///
  /// - Returns: The broker, which ends with the process at the latest.
  /// - Throws: When it does not come up.
  public static func start() async throws -> PrivateBroker {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("broker-\(UUID().uuidString)").path
    Brokers.willEnd(folder)
    let uri = try await ProcessRunner.succeed(script, ["start", folder], within: .seconds(90))
    return PrivateBroker(uri: uri.trimmingCharacters(in: .whitespacesAndNewlines), folder: folder)
  }

  /// Starts a broker that also speaks TLS, with an authority of its own and a certificate for `localhost`.
  ///
  /// - Returns: The broker, which ends with the process at the latest.
  /// - Throws: When it does not come up.
  public static func startWithTLS() async throws -> PrivateBroker {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("broker-\(UUID().uuidString)").path
    Brokers.willEnd(folder)
    let addresses = try await ProcessRunner.succeed(script, ["start-tls", folder], within: .seconds(90))
      .split(separator: "\n").map(String.init)
    guard addresses.count == 2 else { throw ProcessRunner.Failure(description: "two addresses, not \(addresses)") }
    return PrivateBroker(uri: addresses[0], folder: folder, encryptedURI: addresses[1])
  }

  /// Starts a broker with TLS again, so that it takes nobody without a certificate.
  ///
  /// - Throws: When it does not come up.
  public func restartAskingForCertificates() async throws {
    try await ProcessRunner.succeed(Self.script, ["start-tls", try own(), "mutual"], within: .seconds(90))
  }

  /// Gives a broker with TLS a certificate for another host name.
  ///
  /// - Parameter name: The host name.
  /// - Throws: When openssl or the broker refuses.
  public func certify(_ name: String) async throws {
    try await ProcessRunner.succeed(Self.script, ["certify", try own(), name])
  }

  /// The path of a file of its certificates: `ca.pem`, `client.pem`, `client.key`, `other-ca.pem`.
  ///
  /// - Parameter name: The file's name.
  /// - Returns: The path.
  /// - Throws: For a broker that was given.
  public func certificate(_ name: String) throws -> String { "\(try own())/tls/\(name)" }

  /// Ends it; what is durable stays for ``restart()``.
  ///
  /// - Throws: For a broker that was given.
  public func stop() async throws { try await order("stop") }

  /// Ends it at once, as a crash would; what is durable stays for ``restart()``.
  ///
  /// - Throws: For a broker that was given.
  public func kill() async throws { try await order("kill") }

  /// Ends it if it runs and starts it again at the same address with the same data.
  ///
  /// - Throws: When it does not come up, and for a broker that was given.
  public func restart() async throws { try await order("restart") }

  /// Runs `rabbitmqctl` against it.
  ///
  /// - Parameter arguments: The command and its arguments.
  /// - Returns: What it printed.
  /// - Throws: When it fails, and for a broker that was given.
  @discardableResult
  public func control(_ arguments: String...) async throws -> String { try await control(arguments) }

  /// Runs `rabbitmqctl` against it.
  ///
  /// - Parameter arguments: The command and its arguments.
  /// - Returns: What it printed.
  /// - Throws: When it fails, and for a broker that was given.
  @discardableResult
  public func control(_ arguments: [String]) async throws -> String {
    try await ProcessRunner.succeed(Self.script, ["ctl", try own()] + arguments)
  }

  private func order(_ action: String) async throws {
    try await ProcessRunner.succeed(Self.script, [action, try own()], within: .seconds(90))
  }

  private func own() throws -> String {
    guard let folder else { throw ProcessRunner.Failure(description: "\(uri) isn't this test's own broker") }
    return folder
  }

  fileprivate static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("private-broker").path
}

/// The folders of brokers to end when the process does.
private enum Brokers {
  private static let folders = Mutex<[String]>([])

  static func willEnd(_ folder: String) {
    let isFirst = folders.withLock { folders in
      folders.append(folder)
      return folders.count == 1
    }
    guard isFirst else { return }
    atexit {
      for folder in Brokers.folders.withLock({ $0 }) {
        _ = try? ProcessRunner.runBlocking(PrivateBroker.script, ["kill", folder])
        try? FileManager.default.removeItem(atPath: folder)
      }
    }
  }
}
