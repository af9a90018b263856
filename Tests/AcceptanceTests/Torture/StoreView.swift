import Dossiers
import Foundation
import GRDB

/// A daemon's database, looked at from outside.
struct StoreView {
  private let path: String

  init(_ path: String) { self.path = path }

  /// One word in the ledger: an alert, told to somebody.
  struct Word {
    let alert: Int64
    let receiver: String
    let what: String
    let reason: String
    let step: Int
    let messageID: String
  }

  /// A count that only grows; 0 where there is no database yet.
  func counter(_ name: String) throws -> Int {
    guard FileManager.default.fileExists(atPath: path) else { return 0 }
    return try read {
      guard try $0.tableExists("counters") else { return 0 }
      return try Int.fetchOne($0, sql: "SELECT value FROM counters WHERE name = ?", arguments: [name]) ?? 0
    }
  }

  /// What is in the log.
  func identities() throws -> Set<EventIdentity> {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT s.text, e.id FROM events e JOIN sources s ON s.id = e.source")
      var identities: Set<EventIdentity> = []
      while let row = try rows.next() {
        guard let source = EventSource(row[0] as String) else { continue }
        identities.insert(EventIdentity(source: source, id: row[1]))
      }
      return identities
    }
  }

  /// What somebody was told, in the order of the telling.
  func ledger() throws -> [Word] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT alert, receiver, what, reason, step, message_id FROM notices WHERE outcome = 'accepted' ORDER BY id
          """
      ).map { Word(alert: $0[0], receiver: $0[1], what: $0[2], reason: $0[3], step: $0[4], messageID: $0[5]) }
    }
  }

  /// Alerts of which somebody was told, or is to be told at some time.
  func alertsWithWord() throws -> Set<Int64> {
    try read { try Set(Int64.fetchAll($0, sql: "SELECT alert FROM notices UNION SELECT alert FROM outbox")) }
  }

  /// What was parked, whole.
  func parkedBodies() throws -> Set<[UInt8]> {
    try read { try Set(Data.fetchAll($0, sql: "SELECT body FROM parked").map { Array($0) }) }
  }

  /// How many events are in the log.
  func logged() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM events") ?? 0 }
  }

  /// When the last event was recorded.
  func lastRecorded() throws -> Instant {
    Instant(microseconds: try read { try Int64.fetchOne($0, sql: "SELECT max(recorded) FROM events") } ?? 0)
  }

  /// When the first alert was raised after `instant`, and the first word told.
  func firstCry(after instant: Instant) throws -> Instant? {
    try read {
      try Int64.fetchOne(
        $0,
        sql: """
          SELECT min(at) FROM (SELECT raised AS at FROM alerts UNION ALL SELECT told FROM notices) WHERE at > ?
          """, arguments: [instant.microseconds])
    }.map { Instant(microseconds: $0) }
  }

  /// What should have left by `now` and has not.
  func overdue(at now: Instant) throws -> Int {
    try read {
      try Int.fetchOne(
        $0,
        sql: """
          SELECT (SELECT count(*) FROM outbox WHERE mail IS NULL AND not_before <= ? AND silence IS NULL AND behind IS NULL)
            + (SELECT count(*) FROM mails)
          """, arguments: [now.microseconds]) ?? 0
    }
  }

  private func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws -> Value {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    return try DatabaseQueue(path: path, configuration: configuration).read(body)
  }
}
