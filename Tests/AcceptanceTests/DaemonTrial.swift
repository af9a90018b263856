import Foundation
import TestSupport

/// A running `dossierd` with a broker, a mail server and a database of its own, as an administrator would set it up.
final class DaemonTrial: Sendable {
  /// What kept it from being what the test needs.
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  let broker: PrivateBroker
  let mailServer: SMTPSink
  let folder: URL
  let environment: [String: String]
  private let name = "trial-\(UUID().uuidString.prefix(8))"

  /// Prepares a trial; `settings` are further variables, such as `DOSSIERD_ALERTS_HOLD_SECONDS`.
  init(broker: PrivateBroker? = nil, mail: [String] = [], settings: [String: String] = [:]) async throws {
    let broker = if let broker { broker } else { try await PrivateBroker.shared() }
    self.broker = broker
    mailServer = try await SMTPSink.start(mail)
    folder = FileManager.default.temporaryDirectory.appending(path: "dossierd-\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "PATH": "/usr/bin:/bin",
      "DOSSIERD_CONFIG": Built.root.appending(path: "config/dossierd.yaml").path,
      "DOSSIERD_STORE_PATH": folder.appending(path: "dossierd.sqlite").path,
      "DOSSIERD_BROKER_URI": broker.uri,
      "DOSSIERD_BROKER_EXCHANGE": "\(name).events", "DOSSIERD_BROKER_QUEUE": "\(name).events",
      "DOSSIERD_BROKER_DEAD_EXCHANGE": "\(name).dead", "DOSSIERD_BROKER_DEAD_QUEUE": "\(name).dead",
      "DOSSIERD_MAIL_HOST": "127.0.0.1", "DOSSIERD_MAIL_PORT": "\(mailServer.port)",
      "DOSSIERD_MAIL_RETRY_FIRST_SECONDS": "1", "DOSSIERD_WEB_LISTEN": "off",
      "DOSSIERD_ALERTS_CALENDAR_HORIZON_DAYS": "0",
      "DOSSIERD_ALERTS_GROUP_WAIT_SECONDS": "1", "DOSSIERD_ALERTS_VOIDING_GRACE_MINUTES": "0",
      "DOSSIERD_ALERTS_WAITS_FOR_OPENING": "false",
    ].merging(settings) { $1 }
  }

  deinit {
    mailServer.stop()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Where events go.
  var exchange: String { environment["DOSSIERD_BROKER_EXCHANGE"] ?? "" }
  /// Where the broker's dead letters go.
  var deadExchange: String { environment["DOSSIERD_BROKER_DEAD_EXCHANGE"] ?? "" }
  /// The database.
  var database: String { environment["DOSSIERD_STORE_PATH"] ?? "" }

  /// Starts the daemon and waits until it is ready.
  func start() async throws -> RunningDaemon {
    let daemon = try RunningDaemon(environment: environment, folder: folder)
    try await waitUntil("dossierd is ready", within: .seconds(30)) {
      guard daemon.isRunning else { throw Failed(description: "dossierd ended instead of starting:\n\(daemon.log)") }
      return daemon.log.contains("dossierd is ready")
    }
    return daemon
  }

  /// Runs `dossierctl` with the trial's settings, and gives what it wrote.
  @discardableResult
  func control(_ arguments: String..., input: String = "") async throws -> String {
    try await ProcessRunner.succeed(
      Built.program("dossierctl"), arguments, environment: environment, input: Data(input.utf8))
  }

  /// Publishes lines of JSON as a scanner that is not written in Swift would.
  func publishByForeignClient(_ event: String, key: String, contentType: String = "application/cloudevents+json")
    async throws
  {
    try await ProcessRunner.succeed(
      "amqp-publish",
      ["--url", broker.uri, "-e", exchange, "-r", key, "-C", contentType, "-p", "-b", event])
  }

  /// Waits until `dossierctl alerts` lists as many as `count`.
  func waitForAlerts(_ count: Int) async throws {
    try await waitUntil("\(count) alerts stand", within: .seconds(30)) {
      try await self.control("alerts", "--json").split(separator: "\n").count == count
    }
  }

  /// Waits for a mail whose text holds `words`, and returns it.
  func mail(holding words: String) async throws -> SMTPSinkMail {
    var found: SMTPSinkMail?
    try await waitUntil("a mail that says '\(words)'", within: .seconds(40)) {
      found = try self.mailServer.mails().first { $0.text()?.contains(words) ?? false }
      return found != nil
    }
    guard let found else { throw Failed(description: "no mail says '\(words)'") }
    return found
  }
}

/// What was built together with these tests, or what `DOSSIERD_PROGRAMS` names the folder of, as of a release build.
enum Built {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func program(_ name: String) -> String {
    if let folder = ProcessInfo.processInfo.environment["DOSSIERD_PROGRAMS"], !folder.isEmpty {
      return "\(folder)/\(name)"
    }
    return URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent(name).path
  }
}
