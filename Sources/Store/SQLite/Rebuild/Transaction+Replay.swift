import Dossiers

extension Transaction {
  /// Takes an event that is in the log already; one that was voided only leaves its place in the item's chain.
  ///
  /// Closures and voidings have done their work: all that stand are known from the beginning.
  mutating func replay(_ event: Event, seq: Int64, stands: Bool, _ working: inout Working) throws {
    let place = try event.concernedItem.map { try touch($0, &working) }
    if let place {
      working.items[place].lastEvent = seq
      working.items[place].touch?.isChanged = true
    }
    guard stands else { return }
    switch event.fact {
    case .closed, .voided: break
    case .scanned, .noted, .alive, .tallied: try apply(event, seq: seq, item: place, &working)
    }
  }
}
