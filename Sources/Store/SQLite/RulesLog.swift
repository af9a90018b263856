import Dossiers
import Foundation
import GRDB

/// The recorded versions of calendar, policy and registry.
enum RulesLog {
  /// Records what differs from the last version of its kind, and says whether anything did.
  static func append(_ document: RulesDocument, at now: Instant, _ db: Database) throws -> Bool {
    let parts: [(String, Data)] = [
      ("calendar", try encoder.encode(document.calendar)),
      ("policy", try encoder.encode(document.policy)),
      ("registry", try encoder.encode(document.registry)),
    ]
    var changed = false
    for (kind, body) in parts {
      let last = try Data.fetchOne(
        db, sql: "SELECT body FROM versions WHERE kind = ? ORDER BY seq DESC LIMIT 1", arguments: [kind])
      if last == body { continue }
      changed = true
      try db.execute(
        sql: "INSERT INTO versions (kind, recorded, body) VALUES (?, ?, ?)",
        arguments: [kind, now.microseconds, body])
    }
    return changed
  }

  static func read(_ db: Database) throws -> Rules {
    let calendars: [(Instant, CalendarDefinition)] = try versions("calendar", db)
    let policies: [(Instant, Policy)] = try versions("policy", db)
    let registries: [(Instant, Registry)] = try versions("registry", db)
    guard let calendar = calendars.first, let policy = policies.first, let registry = registries.first else {
      throw StoreError.noRules
    }
    var rules = Rules(calendar: WorkingCalendar(calendar.1), policy: policy.1, registry: registry.1)
    for (recorded, value) in calendars.dropFirst() {
      rules.calendars.append(WorkingCalendar(value), recorded: recorded)
    }
    for (recorded, value) in policies.dropFirst() { rules.policies.append(value, recorded: recorded) }
    for (recorded, value) in registries.dropFirst() { rules.registries.append(value, recorded: recorded) }
    return rules
  }

  private static func versions<Value: Decodable>(_ kind: String, _ db: Database) throws -> [(Instant, Value)] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT seq, recorded, body FROM versions WHERE kind = ? ORDER BY seq", arguments: [kind])
    return try rows.map { row in
      do {
        let value = try JSONDecoder().decode(Value.self, from: row["body"])
        return (Instant(microseconds: row["recorded"]), value)
      } catch {
        throw StoreError.damaged(what: "version \(row["seq"] as Int64) of the \(kind) cannot be read: \(error)")
      }
    }
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
