import Dossiers
import GRDB

extension Transaction {
  /// Plans the deadlines of an item anew and settles their alerts, and those of its mishaps.
  mutating func settleDeadlines(
    ofItem key: Int64, _ history: ItemHistory, isNew: Bool, isRefolded: Bool = false, _ working: inout Working
  ) throws {
    var deadlines: [Deadline] = []
    for shipment in history.shipments {
      let told = try dateTold(of: shipment, working.sources, rules: working.rules)
      deadlines += working.planner.deadlines(of: shipment, dateTold: told)
    }
    let owner = Owner(ofItem: true, key: key)
    let agency = history.shipments.last?.posting.agency
    try settle(deadlines, of: owner, agency: agency, isNew: isNew, working)
    try settleMishaps(of: history, owner: owner, mayHaveLost: isRefolded && !isNew, working)
  }

  /// Writes the deadlines of `owner`, and closes or moves what was raised of them; raises nothing, which is the
  /// timekeeper's part.
  func settle(_ deadlines: [Deadline], of owner: Owner, agency: AgencyCode?, isNew: Bool, _ working: Working) throws {
    var known: [DeadlineKey: AlertRow?] = isNew ? [:] : try DeadlineRows.keys(of: owner, db)
    for deadline in deadlines {
      let key = DeadlineKey(clock: deadline.clock, round: deadline.round)
      var alert: AlertRow?
      if let row = known.removeValue(forKey: key) { alert = row }
      if let raised = alert { alert = try settle(raised, with: deadline, agency: agency, working) }
      try DeadlineRows.save(deadline, of: owner, next: NextChange(of: deadline, raised: alert), db)
    }
    try drop(known, of: owner, working)
  }

  /// Forgets deadlines that were planned from evidence, or by rules, that no longer hold.
  func drop(_ known: [DeadlineKey: AlertRow?], of owner: Owner, _ working: Working) throws {
    for (key, alert) in known {
      if let alert, alert.isFiring { try close(alert, as: .cancelled, working) }
      try DeadlineRows.delete(key, of: owner, db)
    }
  }
}

/// Which deadline of an owner.
struct DeadlineKey: Hashable {
  let clock: ClockKind
  let round: Int
}

/// When a deadline must be looked at again.
struct NextChange {
  let at: Instant?
  let isBreach: Bool

  init(of deadline: Deadline, raised: AlertRow?) {
    guard deadline.end == nil, let missedFrom = deadline.missedFrom else {
      at = nil
      isBreach = false
      return
    }
    switch raised.flatMap({ $0.isFiring ? $0.kind : nil }) {
    case "breach":
      at = nil
      isBreach = false
    case "warning":
      at = missedFrom
      isBreach = true
    default:
      let warn = deadline.warn.flatMap { $0 < missedFrom ? $0 : nil }
      at = warn ?? missedFrom
      isBreach = warn == nil
    }
  }

  init(at: Instant?, isBreach: Bool) {
    self.at = at
    self.isBreach = isBreach
  }
}

/// The table of deadlines.
enum DeadlineRows {
  /// The deadlines of `owner` with the alert that was raised of each.
  static func keys(of owner: Owner, _ db: Database) throws -> [DeadlineKey: AlertRow?] {
    let find = try HotStatement(
      db,
      """
      SELECT d.clock, d.round, a.id, a.kind, a.state, a.since, a.due
      FROM deadlines d LEFT JOIN alerts a
        ON a.owner = d.owner AND a.of_item = d.of_item AND a.clock = d.clock AND a.round = d.round
      WHERE d.of_item = ? AND d.owner = ?
      """)
    var keys: [DeadlineKey: AlertRow?] = [:]
    try find.each(.integer(owner.ofItem ? 1 : 0), .integer(owner.key)) { row in
      guard let clock = ClockKind(rawValue: row.text(0)) else { return }
      let alert = row.optional(2).map { id in
        AlertRow(
          id: id, kind: row.text(3), state: row.text(4), since: Instant(microseconds: row.integer(5)),
          due: row.optional(6).map { Instant(microseconds: $0) })
      }
      keys[DeadlineKey(clock: clock, round: Int(row.integer(1)))] = .some(alert)
    }
    return keys
  }

  static func save(_ deadline: Deadline, of owner: Owner, next: NextChange, _ db: Database) throws {
    let save = try HotStatement(
      db,
      """
      INSERT INTO deadlines
        (of_item, owner, clock, round, started, due, last_day, warn, ended, is_met, next, next_is_breach)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (of_item, owner, clock, round) DO UPDATE SET started = excluded.started, due = excluded.due,
        last_day = excluded.last_day, warn = excluded.warn, ended = excluded.ended, is_met = excluded.is_met,
        next = excluded.next, next_is_breach = excluded.next_is_breach
      """)
    try save.run(
      .integer(owner.ofItem ? 1 : 0), .integer(owner.key), .text(deadline.clock.rawValue),
      .integer(Int64(deadline.round)), .integer(deadline.started.microseconds),
      .optional(deadline.dueDate.due?.microseconds), .optional(deadline.dueDate.lastDay.map { Int64($0.day) }),
      .optional(deadline.warn?.microseconds), .optional(deadline.end?.at.microseconds),
      .optional(deadline.end == nil ? nil : deadline.met == nil ? 0 : 1), .optional(next.at?.microseconds),
      .integer(next.isBreach ? 1 : 0))
  }

  static func delete(_ key: DeadlineKey, of owner: Owner, _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM deadlines WHERE of_item = ? AND owner = ? AND clock = ? AND round = ?",
      arguments: [owner.ofItem, owner.key, key.clock.rawValue, key.round])
  }
}
