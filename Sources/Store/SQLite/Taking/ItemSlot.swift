import Dossiers

/// An item at hand: its fold, and what the transaction under way does to it.
struct ItemSlot: Sendable {
  let key: Int64
  var history: ItemHistory
  /// The part of the compact form that only another acceptance changes; nil where it must be made.
  var heads: [UInt8]?
  /// Where its chain in the log ends; nil while nothing of it is in the log.
  var lastEvent: Int64?
  /// Whether the table has a row of it.
  var isStored: Bool
  var row = OwnerRow()
  /// Nil outside of the transaction that touches it.
  var touch: Touch?

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
