import Dossiers
import GRDB

/// One write of the store under way: what it has touched, and what must be settled before it commits.
struct Transaction {
  let db: Database
  let now: Instant
  var touchedItems: [Int64: TouchedItem] = [:]
  var touchedDossiers: [DossierCode: TouchedDossier] = [:]
  var replansAll = false

  struct TouchedItem {
    var history: ItemHistory
    /// Where its chain in the log ends; nil while nothing of it is in the log.
    var lastEvent: Int64?
    let isNew: Bool
    var effects: Effects = []
    /// The item must be folded anew, from the log.
    var mustRefold = false
    /// The dossiers that it carried before.
    var carriedBefore: [DossierCode] = []
  }

  struct TouchedDossier {
    var evidence: DossierCase
    /// Its number in the table; nil while it is new.
    let key: Int64?
  }

  init(_ db: Database, at now: Instant) {
    self.db = db
    self.now = now
  }

  /// Works out all that follows from what was touched.
  mutating func settle(_ working: inout Working) throws {
    try settleItems(&working)
    try settleDossiers(&working)
    if replansAll { try beginReplanning() }
  }
}
