import Dossiers
import GRDB

/// Goes through items, dossiers, the log and what is parked, a portion at a time, and counts what it sees.
struct FigureWalk {
  let working: Working
  private var reader: EvidenceReader
  private(set) var figures: [QualityFigures]
  /// The first instant of any scope.
  private let start: Instant
  /// The last instant that counts in any.
  private let cut: Instant

  init(_ scopes: [FigureScope], _ working: Working) {
    self.working = working
    reader = EvidenceReader(working)
    start = scopes.map(\.period.start).min() ?? .distantFuture
    cut = scopes.map(\.cut).max() ?? .distantPast
    figures = scopes.map {
      QualityFigures($0, calendar: working.rules.calendars.latest, registry: working.rules.registries.latest)
    }
  }

  /// The figures of the next `limit` rows behind `cursor`, and where to go on.
  static func portion(
    of scopes: [FigureScope], after cursor: FigureCursor, limit: Int, _ working: Working, _ db: Database
  ) throws -> FigurePortion {
    var walk = FigureWalk(scopes, working)
    let next = try walk.go(on: cursor, limit: limit, db)
    return FigurePortion(figures: walk.figures, next: next)
  }

  private mutating func go(on cursor: FigureCursor, limit: Int, _ db: Database) throws -> FigureCursor? {
    let last: Int64?
    switch cursor.stage {
    case .items: last = try items(after: cursor.after, limit: limit, db)
    case .dossiers: last = try dossiers(after: cursor.after, limit: limit, db)
    case .log: last = try events(after: cursor.after, limit: limit, db)
    case .parked: last = try parked(after: cursor.after, limit: limit, db)
    }
    if let last { return FigureCursor(stage: cursor.stage, after: last) }
    switch cursor.stage {
    case .items: return FigureCursor(stage: .dossiers, after: .min)
    case .dossiers: return FigureCursor(stage: .log, after: try LogReader.place(before: start, db))
    case .log: return FigureCursor(stage: .parked, after: .min)
    case .parked: return nil
    }
  }

  /// Counts the next items; the key of the last one, or nil at the end.
  private mutating func items(after key: Int64, limit: Int, _ db: Database) throws -> Int64? {
    let find = try HotStatement(db, "SELECT key FROM shipments WHERE key > ? ORDER BY key LIMIT ?")
    let keys = try find.all(key, Int64(limit)) { $0.integer(0) }
    for key in keys {
      guard let history = try reader.item(key, db) else { continue }
      for shipment in history.shipments where concerns(shipment) {
        let told = try reader.dateTold(of: shipment, db)
        let outcomes = working.planner.outcomes(of: shipment, dateTold: told)
        let passage = working.planner.passage(of: shipment)
        for place in figures.indices {
          for outcome in outcomes { figures[place].add(outcome) }
          figures[place].add(passage)
        }
      }
    }
    return keys.count == limit ? keys.last : nil
  }

  /// Whether anything of `shipment` can lie within the periods; with the slip, its leg runs on until the date is told.
  private func concerns(_ shipment: Shipment) -> Bool {
    if shipment.accepted > cut { return false }
    guard let end = shipment.end, !shipment.posting.slip else { return true }
    return end.at >= start
  }

  /// Counts the next dossiers; the key of the last one, or nil at the end.
  private mutating func dossiers(after key: Int64, limit: Int, _ db: Database) throws -> Int64? {
    let find = try HotStatement(db, "SELECT key FROM dossiers WHERE key > ? ORDER BY key LIMIT ?")
    let keys = try find.all(key, Int64(limit)) { $0.integer(0) }
    for key in keys {
      guard let evidence = try reader.dossier(key, db) else { continue }
      for outcome in working.planner.outcomes(of: DossierState(evidence, rules: working.rules)) {
        for place in figures.indices { figures[place].add(outcome) }
      }
    }
    return keys.count == limit ? keys.last : nil
  }

  /// Counts what the next events of the log show of scanners and lists; the number of the last one, or nil at the end.
  private mutating func events(after seq: Int64, limit: Int, _ db: Database) throws -> Int64? {
    let find = try HotStatement(
      db, "SELECT seq, type, time, voided_by, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?")
    var last = seq
    var count = 0
    try find.each(seq, Int64(limit)) { row in
      last = row.integer(0)
      count += 1
      let time = Instant(microseconds: row.integer(2))
      // A list may tell of another day than its own.
      let isList = row.integer(1) == EventType.tallied.number
      guard isList || (start <= time && time <= cut) else { return }
      let event = try LogReader.decode(row.blob(4), seq: last)
      for place in figures.indices { figures[place].add(event, isVoided: !row.isNull(3)) }
    }
    return count == limit ? last : nil
  }

  /// Counts the next parked messages; the number of the last one, or nil at the end.
  private mutating func parked(after id: Int64, limit: Int, _ db: Database) throws -> Int64? {
    let find = try HotStatement(
      db, "SELECT id, recorded, routing_key FROM parked WHERE id > ? ORDER BY id LIMIT ?")
    let rows = try find.all(id, Int64(limit)) { row in
      (id: row.integer(0), recorded: Instant(microseconds: row.integer(1)), key: row.text(2))
    }
    for row in rows {
      let office = OfficeCode(row.key.rest(behind: "postoffice.") ?? "")
      let agency = AgencyCode(row.key.rest(behind: "agency.") ?? "")
      for place in figures.indices { figures[place].addParked(recorded: row.recorded, office: office, agency: agency) }
    }
    return rows.count == limit ? rows.last?.id : nil
  }
}

extension String {
  fileprivate func rest(behind prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
