public import Dossiers
import GRDB

/// What pages ask; each is bounded, as it takes its turn with intake.
extension SQLiteStore {
  /// A part of the alerts.
  public func alerts(_ selection: AlertSelection) async throws(StoreError) -> [AlertLine] {
    try await look { db, working in try AlertLines.read(selection, working, db) }
  }

  /// One alert.
  public func alert(_ id: Int64) async throws(StoreError) -> AlertLine? {
    try await look { db, working in
      try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM alerts WHERE id = ?"), arguments: [id])
        .map { try AlertLines.line($0, working, db) }
    }
  }

  /// How many alerts stand, by the agency that they were opened at.
  public func standingAlerts() async throws(StoreError) -> [AgencyCode: Int] {
    try await query { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT agency, count(*) AS n FROM alerts INDEXED BY alerts_of_agency
            WHERE state = 'firing' AND agency IS NOT NULL GROUP BY agency
            """))
      return rows.reduce(into: [:]) { counts, row in
        if let agency = row.agency("agency") { counts[agency] = row["n"] as Int }
      }
    }
  }

  /// The number of the last change of any alert.
  public func lastAlertChange() async throws(StoreError) -> Int64 {
    try await query { try AlertChanges.last($0) }
  }

  /// The changes of alerts after one.
  public func alertChanges(after number: Int64, limit: Int) async throws(StoreError) -> [AlertChange] {
    try await look { db, working in try AlertChanges.read(after: number, limit: limit, working, db) }
  }

  /// What is known of an item.
  public func item(_ item: ItemID, at now: Instant) async throws(StoreError) -> ItemReport? {
    try await look { db, working in try ItemReport.stored(item, at: now, working, db) }
  }

  /// The devices that were heard, of one office or of all.
  public func devices(of office: OfficeCode?) async throws(StoreError) -> [HeardDevice] {
    try await look { _, working in
      working.devices.devices.compactMap { number, device in
        guard let source = working.sources.source(number), let place = source.office, office ?? place == place else {
          return nil
        }
        return HeardDevice(source: source, heard: device.heard)
      }.sorted { $0.source < $1.source }
    }
  }

  /// Keeps who looked at which dossier, all at once.
  public func note(_ looks: [Look]) async throws(StoreError) {
    guard !looks.isEmpty else { return }
    try await StoreError.wrapping {
      try await self.database.write { try Looks.add(looks, $0) }
    }
  }

  /// Who looked at a dossier, the newest look first.
  public func looks(at dossier: DossierCode, limit: Int) async throws(StoreError) -> [Look] {
    try await query { try Looks.read(at: dossier, limit: limit, $0) }
  }
}
