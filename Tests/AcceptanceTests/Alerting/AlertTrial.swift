import Dossiers
import Foundation
import TestSupport

/// A running daemon whose terms are seconds, with a routing of its own: scans at times, mails wanted between times.
struct AlertTrial {
  static let lead = "mot-cua.h18.101@dienbien.example.org"
  static let head = "lanh-dao.h18.101@dienbien.example.org"
  static let post = "buu-dien-tinh@dienbien.example.org"
  static let committee = "van-phong-ubnd@dienbien.example.org"
  static let `operator` = "van-hanh@dienbien.example.org"

  let trial: DaemonTrial
  private let config: URL

  /// A trial of the shipped configuration, but for the collection's `term` of a few seconds, which `policy` goes on to
  /// describe, for the agency's own in `process`, and for what `routing` says in place of the shipped file.
  init(
    term: String = "2 seconds", policy: String = "", process: String = "override: 20 working-days",
    routing: String = "", groupWait: Int = 1, groupInterval: Int = 0, mail: [String] = [],
    settings: [String: String] = [:], files: [String: String] = [:]
  ) async throws {
    config = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Built.root.appending(path: "config"), to: config)
    let rules = """
      editions:
        - from: 2017-01-01
          collect:
            term: \(term)
      \(policy.indented(by: 6))
          return: { term: 1 working-day, warning: { working-days-before: 2 } }
          process: { \(process) }
          pausing-reasons: [force-majeure]
      """
    try rules.write(to: config.appending(path: "policy/1788.yaml"), atomically: true, encoding: .utf8)
    if !routing.isEmpty {
      try routing.write(to: config.appending(path: "routing.yaml"), atomically: true, encoding: .utf8)
    }
    for (name, text) in files {
      let path = config.appending(path: name).path
      try Data(text.utf8).write(to: config.appending(path: name))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
    trial = try await DaemonTrial(
      mail: mail,
      settings: [
        "DOSSIERD_CONFIG": config.appending(path: "dossierd.yaml").path,
        // After a kill alerts are held for two heartbeats.
        "DOSSIERD_BROKER_HEARTBEAT_SECONDS": "2",
        "DOSSIERD_ALERTS_GROUP_WAIT_SECONDS": "\(groupWait)",
        "DOSSIERD_ALERTS_GROUP_INTERVAL_SECONDS": "\(groupInterval)",
      ].merging(settings) { $1 })
  }

  /// Has the daemon read `routing` in place of what it had.
  func reload(_ daemon: RunningDaemon, routing: String) async throws {
    try routing.write(to: config.appending(path: "routing.yaml"), atomically: true, encoding: .utf8)
    let before = daemon.reloads
    daemon.signal(SIGHUP)
    try await waitUntil("the configuration is reloaded") { daemon.reloads > before }
  }

  /// Publishes acceptances, each an item of its own with the dossier of that number, as of `age` ago; returns when that
  /// was.
  @discardableResult
  func accept(
    _ numbers: ClosedRange<Int>, age: Span = .minutes(1), agency: String = "H18.101", carries: String = "dossier"
  ) async throws -> Instant {
    let time = AlertTrial.ago(age)
    try await publish(
      numbers.map {
        Scans.accepted(
          id: "a\($0)", at: time, item: AlertTrial.item($0), dossier: AlertTrial.dossier($0), agency: agency,
          carries: carries)
      })
    return time
  }

  /// Publishes the delivery of an item `age` ago.
  func deliver(_ number: Int, age: Span) async throws { try await deliver(number, at: AlertTrial.ago(age)) }

  /// Publishes the delivery of an item at `time`.
  func deliver(_ number: Int, at time: Instant, id: String? = nil) async throws {
    try await publish([Scans.delivered(id: id ?? "d\(number)", at: time, item: AlertTrial.item(number))])
  }

  /// Publishes events, each a line of JSON.
  func publish(_ events: [String]) async throws {
    try await trial.control("publish", "-", input: events.joined(separator: "\n"))
  }

  static var now: Instant { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }

  /// The whole second `age` ago.
  static func ago(_ age: Span) -> Instant { Instant(seconds: now.seconds - age.seconds) }

  static func item(_ number: Int) -> String { Items.number(70_000 + number) }

  static func dossier(_ number: Int) -> String {
    "H18.101-260302-\(String(repeating: "0", count: 4 - String(number).count))\(number)"
  }

  /// The mails to `address`, in the order of their coming.
  func mails(to address: String) throws -> [SMTPSinkMail] {
    try trial.mailServer.mails().filter { $0.headers["X-Envelope-To"] == address }
  }

  /// Waits until `count` mails have come to `address`, and returns them.
  @discardableResult
  func wait(for count: Int, to address: String, within bound: Duration = .seconds(40)) async throws -> [SMTPSinkMail] {
    try await waitUntil("\(count) mails to \(address)", within: bound) { try mails(to: address).count >= count }
    return try mails(to: address)
  }

  /// What the ledger holds of a dossier: whom it was told, and in which mail.
  func ledger(of number: Int) async throws -> [Telling] {
    struct Answer: Decodable {
      struct History: Decodable { let told: [Telling] }
      let notices: [History]
    }
    let answer = try await trial.control("dossier", AlertTrial.dossier(number), "--notices", "--json")
    return try JSONDecoder().decode(Answer.self, from: Data(answer.utf8)).notices.flatMap(\.told)
  }

  /// A line of the ledger.
  struct Telling: Decodable {
    let what: String
    let address: String
    let outcome: String
    let messageID: String

    private enum CodingKeys: String, CodingKey {
      case what, address, outcome, messageID = "message_id"
    }
  }

  /// Waits until `dossierctl dossier --notices` says `words` of a dossier.
  func waitForNotices(of number: Int, saying words: String) async throws {
    try await waitUntil("the notices say '\(words)'", within: .seconds(30)) {
      try await trial.control("dossier", AlertTrial.dossier(number), "--notices").contains(words)
    }
  }
}

extension RunningDaemon {
  /// How often it has taken a changed configuration.
  fileprivate var reloads: Int { log.split(separator: "\n").count { $0.contains("configuration reloaded") } }
}

extension String {
  fileprivate func indented(by count: Int) -> String {
    split(separator: "\n").map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
  }
}
