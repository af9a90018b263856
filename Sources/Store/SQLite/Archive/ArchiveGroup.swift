import Dossiers
import GRDB

/// Dossiers and items that hang together, and leave the store together or not at all: what is left behind must fold to
/// what it was.
struct ArchiveGroup {
  private(set) var dossiers: [Int64: DossierCode] = [:]
  private(set) var items: Set<Int64> = []
  private(set) var events: Set<Int64> = []

  /// The most dossiers and items that are moved together; what hangs together more widely stays.
  private static let most = 2_000

  /// All that hangs together with the dossier of this key; nil where any of it must stay, as it isn't over, was heard of
  /// since `before`, has an alert that stands or something still to tell, or holds the last event of the log, by whose
  /// number the next one is numbered.
  init?(_ dossier: Int64, before: Instant, last: Int64, _ working: Working, _ db: Database) throws {
    var nextDossiers = [dossier]
    var nextItems: [Int64] = []
    while true {
      if let key = nextDossiers.popLast() {
        if dossiers[key] != nil { continue }
        guard let items = try add(dossier: key, before: before, working, db) else { return nil }
        nextItems += items
      } else if let key = nextItems.popLast() {
        if items.contains(key) { continue }
        guard let carried = try add(item: key, before: before, working, db) else { return nil }
        nextDossiers += carried
      } else {
        break
      }
      guard dossiers.count + items.count <= ArchiveGroup.most else { return nil }
    }
    if events.contains(last) { return nil }
  }

  /// Adds a dossier with its notes, and gives its items.
  private mutating func add(
    dossier key: Int64, before: Instant, _ working: Working, _ db: Database
  ) throws -> [Int64]? {
    guard let row = try StoredDossier(key, HotStatements.findDossier(db)), row.stage?.isOver == true,
      row.owner.next == nil, try ArchiveGroup.isQuiet(Owner(ofItem: false, key: key), db)
    else { return nil }
    let code = try DossierKeys.code(key, working.agencies, db)
    dossiers[key] = code
    let (items, notes) = try DossierCoding.decode(row.evidence, code: code, working.names)
    let find = try HotStatement(
      db, "SELECT seq, recorded FROM events WHERE id = ? AND source = (SELECT id FROM sources WHERE text = ?)")
    for note in notes {
      let found = try find.first(note.identity.id, note.identity.source.text) { row in
        (seq: row.integer(0), recorded: Instant(microseconds: row.integer(1)))
      }
      guard let found, found.recorded < before, note.time < before else { return nil }
      events.insert(found.seq)
    }
    return items
  }

  /// Adds an item with all that was heard of it, and gives the dossiers that it carried.
  private mutating func add(item key: Int64, before: Instant, _ working: Working, _ db: Database) throws -> [Int64]? {
    guard let row = try StoredItem(key, HotStatements.findItem(db)), row.owner.next == nil,
      try ArchiveGroup.isQuiet(Owner(ofItem: true, key: key), db)
    else { return nil }
    let history = try row.history(of: ItemKeys.item(key, db), working, db)
    guard history.waiting.isEmpty, history.shipments.allSatisfy({ $0.end != nil }) else { return nil }
    items.insert(key)
    let read = try HotStatement(db, "SELECT previous, time, recorded FROM events WHERE seq = ?")
    var next: Int64? = row.lastEvent
    while let seq = next {
      let found = try read.first(seq) { row in
        (previous: row.optional(0), time: row.integer(1), recorded: row.integer(2))
      }
      guard let found, max(found.time, found.recorded) < before.microseconds else { return nil }
      events.insert(seq)
      next = found.previous
    }
    return try history.shipments.flatMap(\.carried).compactMap { carried in
      try DossierKeys.knownKey(of: carried.dossier, working.agencies, db)
    }
  }

  /// Whether no alert stands, and nobody is still to be told of one.
  private static func isQuiet(_ owner: Owner, _ db: Database) throws -> Bool {
    let find = try HotStatement(
      db,
      """
      SELECT EXISTS (
        SELECT 1 FROM alerts a WHERE owner = ? AND of_item = ?
          AND (state = 'firing' OR EXISTS (SELECT 1 FROM outbox o WHERE o.alert = a.id)))
      """)
    return try find.first(owner.key, owner.ofItem) { !$0.flag(0) } ?? false
  }
}

extension DossierStage {
  /// Whether nothing more is to come.
  fileprivate var isOver: Bool {
    switch self {
    case .done, .backAtAgency, .givenUp: true
    case .collecting, .processing, .supplementing, .decided, .sending: false
    }
  }
}
