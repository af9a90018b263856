import Dossiers
import GRDB

/// By how many dossiers more or fewer each stage has.
struct StageChanges {
  private var changes: [DossierStage: Int64] = [:]

  /// A dossier came from one stage, if it had any, to another.
  mutating func move(from old: DossierStage?, to new: DossierStage?) {
    guard old != new else { return }
    if let old { changes[old, default: 0] -= 1 }
    if let new { changes[new, default: 0] += 1 }
  }

  /// Adds them to what is kept, and begins anew.
  mutating func save(_ db: Database) throws {
    for (stage, change) in changes where change != 0 {
      let add = try HotStatement(
        db,
        """
        INSERT INTO stages (stage, dossiers) VALUES (?, ?)
        ON CONFLICT (stage) DO UPDATE SET dossiers = dossiers + excluded.dossiers
        """)
      try add.run(stage.number, change)
    }
    changes.removeAll()
  }
}
