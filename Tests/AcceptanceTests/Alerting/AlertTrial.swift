import Dossiers
import Foundation
import TestSupport

/// A running daemon whose terms are seconds, with a routing of its own: scans at times, mails wanted between times.
struct AlertTrial {
  static let lead = "mot-cua.h18.101@dienbien.example.org"
  static let head = "lanh-dao.h18.101@dienbien.example.org"
  static let committee = "van-phong-ubnd@dienbien.example.org"
  static let `operator` = "van-hanh@dienbien.example.org"

  let trial: DaemonTrial

  /// A trial of the shipped configuration, but for the collection's term of a few seconds, which `policy` goes on to
  /// describe, and for what `routing` says in place of the shipped file.
  init(
    policy: String = "", routing: String = "", groupWait: Int = 1, groupInterval: Int = 0, mail: [String] = [],
    files: [String: String] = [:]
  ) async throws {
    let config = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Built.root.appending(path: "config"), to: config)
    let rules = """
      editions:
        - from: 2017-01-01
          collect:
            term: 2 seconds
      \(policy.indented(by: 6))
          return: { term: 1 working-day }
          process: { override: 20 working-days }
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
      ])
  }

  /// Publishes acceptances, each an item of its own with the dossier of that number, as of `age` ago.
  func accept(_ numbers: ClosedRange<Int>, age: Span = .minutes(1)) async throws {
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let lines = numbers.map { number in
      Scans.accepted(
        id: "a\(number)", at: now.advanced(by: Span(microseconds: -age.microseconds)),
        item: Items.number(70_000 + number), dossier: AlertTrial.dossier(number))
    }
    try await trial.control("publish", "-", input: lines.joined(separator: "\n"))
  }

  /// Publishes the delivery of an item `age` ago.
  func deliver(_ number: Int, age: Span) async throws {
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let scan = Scans.delivered(
      id: "d\(number)", at: now.advanced(by: Span(microseconds: -age.microseconds)),
      item: Items.number(70_000 + number))
    try await trial.control("publish", "-", input: scan)
  }

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

  /// Waits until `dossierctl dossier --notices` says `words` of a dossier.
  func waitForNotices(of number: Int, saying words: String) async throws {
    try await waitUntil("the notices say '\(words)'", within: .seconds(30)) {
      try await trial.control("dossier", AlertTrial.dossier(number), "--notices").contains(words)
    }
  }
}

extension String {
  fileprivate func indented(by count: Int) -> String {
    split(separator: "\n").map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
  }
}
