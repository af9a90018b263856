import Dossiers
import GRDB

extension Transaction {
  /// Takes back an earlier event, or waits for it.
  mutating func void(
    _ voiding: Voiding, by speaker: EventSource, seq: Int64, _ working: inout Working
  ) throws {
    guard speaker.mayVoid(voiding.voided.source) else { return }
    let source = working.sources.knownNumber(of: voiding.voided.source)
    let target = try source.flatMap { source in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT seq, type, voided_by, body FROM events WHERE id = ? AND source = ?"),
        arguments: [voiding.voided.id, source])
    }
    try db.run(
      "INSERT OR IGNORE INTO voidings (source, id, by, found) VALUES (?, ?, ?, ?)",
      [voiding.voided.source.text, voiding.voided.id, seq, target != nil])
    guard let target else {
      working.unmatchedVoidings[voiding.voided] = working.unmatchedVoidings[voiding.voided] ?? seq
      return
    }
    // A voiding can't be voided, and once is enough.
    guard target["type"] as Int64 != EventType.voided.number, (target["voided_by"] as Int64?) == nil else { return }
    let number: Int64 = target["seq"]
    let event = try LogReader.decode(target.bytes("body"), seq: number)
    // Its item must be at hand as it stood with the event, or what it carried would be forgotten.
    if let item = event.concernedItem { try touch(item, &working) }
    try db.run("UPDATE events SET voided_by = ? WHERE seq = ?", [seq, number])
    try takeOut(event, seq: number, &working)
  }

  /// The event came after its voiding: it is in the log, and changes nothing.
  func matchVoiding(of identity: EventIdentity, _ working: inout Working) throws {
    working.unmatchedVoidings[identity] = nil
    try db.run(
      "UPDATE voidings SET found = 1 WHERE source = ? AND id = ?",
      [identity.source.text, identity.id])
  }

  private mutating func takeOut(_ event: Event, seq: Int64, _ working: inout Working) throws {
    if let item = event.concernedItem {
      let place = try touch(item, &working)
      working.items[place].touch?.mustRefold = true
    }
    working.tallies.takeBack(event, seq: seq)
    switch event.fact {
    case .noted(let note):
      let place = try touch(note.dossier, &working)
      dossiers[place].evidence.remove(event.identity)
      dossiers[place].mustSettle = true
    case .closed:
      working.closures[seq] = nil
      working.replanner()
      replansAll = true
    default:
      break
    }
  }
}
