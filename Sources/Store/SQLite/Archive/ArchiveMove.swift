import Dossiers
import GRDB

/// Moves groups from the store to the archive that is attached to its connection.
///
/// Two transactions, as no one over two files holds when the power goes: what was copied is on the disk before anything
/// is taken out. Between the two it stands in both, and whoever reads both leaves the copy out; a second run copies
/// nothing that is there and goes on.
struct ArchiveMove {
  let db: Database
  let archive: String

  private static let owned = """
    ((of_item = 1 AND owner IN (SELECT key FROM temp.moving_items))
      OR (of_item = 0 AND owner IN (SELECT key FROM temp.moving_dossiers)))
    """

  /// What an archive needs to be read by itself, and what leaves the store.
  private static let copying = """
    INSERT INTO archive.sources SELECT * FROM main.sources WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO archive.agencies SELECT * FROM main.agencies WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO archive.versions SELECT * FROM main.versions WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO archive.events SELECT * FROM main.events WHERE type = 5
      ON CONFLICT (seq) DO UPDATE SET voided_by = excluded.voided_by;
    INSERT INTO archive.events SELECT e.* FROM temp.moving_events m JOIN main.events e USING (seq) WHERE true
      ON CONFLICT (seq) DO NOTHING;
    INSERT INTO archive.item_keys SELECT * FROM main.item_keys WHERE -key IN (SELECT key FROM temp.moving_items)
      ON CONFLICT DO NOTHING;
    INSERT INTO archive.dossier_keys SELECT * FROM main.dossier_keys
      WHERE -key IN (SELECT key FROM temp.moving_dossiers) ON CONFLICT DO NOTHING;
    REPLACE INTO archive.shipments SELECT * FROM main.shipments WHERE key IN (SELECT key FROM temp.moving_items);
    UPDATE archive.stages SET dossiers = dossiers - (
      SELECT count(*) FROM temp.moving_dossiers JOIN archive.dossiers d USING (key) WHERE d.stage = stages.stage);
    REPLACE INTO archive.dossiers SELECT * FROM main.dossiers WHERE key IN (SELECT key FROM temp.moving_dossiers);
    INSERT INTO archive.stages
      SELECT d.stage, count(*) FROM temp.moving_dossiers JOIN archive.dossiers d USING (key) WHERE true GROUP BY d.stage
      ON CONFLICT (stage) DO UPDATE SET dossiers = dossiers + excluded.dossiers;
    INSERT INTO archive.alerts SELECT a.* FROM temp.moving_alerts JOIN main.alerts a USING (id) WHERE true
      ON CONFLICT DO NOTHING;
    INSERT INTO archive.transitions SELECT t.* FROM temp.moving_alerts m JOIN main.transitions t ON t.alert = m.id
      WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO archive.notices SELECT n.* FROM temp.moving_alerts m JOIN main.notices n ON n.alert = m.id
      WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO archive.acknowledgements
      SELECT a.* FROM temp.moving_alerts m JOIN main.acknowledgements a ON a.alert = m.id
      WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO archive.looks SELECT l.* FROM temp.moving_dossiers m JOIN main.looks l ON l.dossier = m.code
      WHERE true ON CONFLICT DO NOTHING;
    """

  private static let takingOut = """
    DELETE FROM main.acknowledgements WHERE alert IN (SELECT id FROM temp.moving_alerts);
    DELETE FROM main.notices WHERE alert IN (SELECT id FROM temp.moving_alerts);
    DELETE FROM main.transitions WHERE alert IN (SELECT id FROM temp.moving_alerts);
    DELETE FROM main.alerts WHERE id IN (SELECT id FROM temp.moving_alerts);
    DELETE FROM main.looks WHERE dossier IN (SELECT code FROM temp.moving_dossiers);
    DELETE FROM main.shipments WHERE key IN (SELECT key FROM temp.moving_items);
    UPDATE main.stages SET dossiers = dossiers - (
      SELECT count(*) FROM temp.moving_dossiers JOIN main.dossiers d USING (key) WHERE d.stage = stages.stage);
    DELETE FROM main.dossiers WHERE key IN (SELECT key FROM temp.moving_dossiers);
    DELETE FROM main.events WHERE seq IN (SELECT seq FROM temp.moving_events);
    """

  /// What must be the same in both before anything is taken out of one.
  private static let same = [
    "SELECT 1 FROM main.sources m JOIN archive.sources a USING (id) WHERE a.text <> m.text",
    "SELECT 1 FROM main.agencies m JOIN archive.agencies a USING (id) WHERE a.text <> m.text",
    "SELECT 1 FROM main.versions m JOIN archive.versions a USING (seq) WHERE a.body <> m.body",
    """
    SELECT 1 FROM temp.moving_events JOIN main.events m USING (seq) LEFT JOIN archive.events a USING (seq)
    WHERE a.id IS NOT m.id OR a.source IS NOT m.source OR a.type IS NOT m.type OR a.time IS NOT m.time
      OR a.recorded IS NOT m.recorded OR a.previous IS NOT m.previous OR a.voided_by IS NOT m.voided_by
      OR a.body IS NOT m.body
    """,
    """
    SELECT 1 FROM temp.moving_items JOIN main.shipments m USING (key) LEFT JOIN archive.shipments a USING (key)
    WHERE a.last_event IS NOT m.last_event OR a.fold IS NOT m.fold
    """,
    """
    SELECT 1 FROM temp.moving_dossiers JOIN main.dossiers m USING (key) LEFT JOIN archive.dossiers a USING (key)
    WHERE a.stage IS NOT m.stage OR a.evidence IS NOT m.evidence
    """,
    """
    SELECT 1 FROM temp.moving_alerts JOIN main.alerts m USING (id) LEFT JOIN archive.alerts a USING (id)
    WHERE a.owner IS NOT m.owner OR a.clock IS NOT m.clock OR a.round IS NOT m.round
    """,
  ]

  /// Moves `groups`, none of which overlaps another.
  func move(_ groups: [ArchiveGroup], at now: Instant) throws {
    try list(groups)
    try db.inTransaction(.immediate) {
      try db.execute(sql: ArchiveMove.copying)
      return .commit
    }
    for question in ArchiveMove.same {
      if try Row.fetchOne(db, sql: question) != nil { throw StoreError.foreignArchive(path: archive) }
    }
    let until =
      try Int64.fetchOne(db, sql: "SELECT max(time) FROM temp.moving_events JOIN main.events USING (seq)") ?? 0
    try db.inTransaction(.immediate) {
      try db.execute(sql: ArchiveMove.takingOut)
      try db.execute(
        sql: """
          INSERT INTO archived (id, at, until, dossiers, events) VALUES (1, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET at = excluded.at, until = max(until, excluded.until),
            dossiers = dossiers + excluded.dossiers, events = events + excluded.events
          """,
        arguments: [
          now.microseconds, until, groups.reduce(0) { $0 + $1.dossiers.count },
          groups.reduce(0) { $0 + $1.events.count },
        ])
      return .commit
    }
  }

  private func list(_ groups: [ArchiveGroup]) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS moving_events (seq INTEGER PRIMARY KEY);
        CREATE TEMP TABLE IF NOT EXISTS moving_items (key INTEGER PRIMARY KEY);
        CREATE TEMP TABLE IF NOT EXISTS moving_dossiers (key INTEGER PRIMARY KEY, code TEXT NOT NULL);
        CREATE TEMP TABLE IF NOT EXISTS moving_alerts (id INTEGER PRIMARY KEY);
        DELETE FROM temp.moving_events; DELETE FROM temp.moving_items;
        DELETE FROM temp.moving_dossiers; DELETE FROM temp.moving_alerts;
        """)
    for group in groups {
      for seq in group.events { try db.run("INSERT OR IGNORE INTO temp.moving_events VALUES (?)", [seq]) }
      for key in group.items { try db.run("INSERT OR IGNORE INTO temp.moving_items VALUES (?)", [key]) }
      for (key, code) in group.dossiers {
        try db.run("INSERT OR IGNORE INTO temp.moving_dossiers VALUES (?, ?)", [key, code.text])
      }
    }
    try db.execute(sql: "INSERT INTO temp.moving_alerts SELECT id FROM main.alerts WHERE \(ArchiveMove.owned)")
  }
}
