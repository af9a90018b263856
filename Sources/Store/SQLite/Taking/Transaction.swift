import Dossiers
import GRDB

/// One write of the store under way: what it has touched, and what must be settled before it commits.
struct Transaction {
  let db: Database
  let now: Instant
  let hot: HotStatements
  /// The places of the items touched.
  var items: [Int] = []
  var dossiers: [TouchedDossier] = []
  /// The places of the dossiers touched, by key.
  var dossierPlaces: [Int64: Int] = [:]
  var stageChanges = StageChanges()
  var writer = ByteWriter()
  var replansAll = false
  /// What makes alerts change.
  var cause: Cause
  /// The last event in the log of whatever is being settled.
  var causingEvent: Int64?

  init(_ db: Database, at now: Instant, cause: Cause = .daemon) throws {
    self.db = db
    self.cause = cause
    self.now = now
    hot = try HotStatements(db)
  }

  /// Works out all that follows from what was touched, and writes it: folds first, then the dossiers that they carry,
  /// then the items' deadlines, which may wait for a date that a dossier tells.
  mutating func settle(_ working: inout Working) throws {
    try foldItems(&working)
    try settleDossiers(&working)
    try settleItems(&working)
    if replansAll { try beginReplanning() }
  }
}
