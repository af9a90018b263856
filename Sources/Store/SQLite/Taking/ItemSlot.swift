import Dossiers

/// An item at hand: its fold, and what the transaction under way does to it.
struct ItemSlot: Sendable {
  let key: Int64
  var history: ItemHistory
  /// The part of the compact form that only another acceptance changes; nil where it must be made.
  var heads: [UInt8]?
  /// Where its chain in the log ends; nil while nothing of it is in the log.
  var lastEvent: Int64?
  /// Its row as the table has it; nil while there is none.
  var stored: OwnerRow?
  var row: OwnerRow
  /// Nil outside of the transaction that touches it.
  var touch: Touch?

  init(key: Int64, history: ItemHistory, lastEvent: Int64? = nil, stored: OwnerRow? = nil) {
    self.key = key
    self.history = history
    self.lastEvent = lastEvent
    self.stored = stored
    row = stored ?? OwnerRow()
  }

  struct Touch: Sendable {
    /// Whether its row must be written.
    var isChanged = false
    var effects: Effects = []
    /// The item must be folded anew, from the log.
    var mustRefold = false
    /// The item was folded anew, so that what was raised of it may have lost its ground.
    var isRefolded = false
    /// The dossiers that it carried before.
    var carriedBefore: [DossierCode] = []
    /// What is due is raised, and not only brought in line.
    var raises = false
  }
}
