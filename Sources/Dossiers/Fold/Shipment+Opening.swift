extension Shipment {
  /// What an acceptance settles for good.
  ///
  /// By reference: a shipment is copied much more often than it is accepted, and to copy it then counts up one object in
  /// place of each text that it holds, most of which lie far from all else at hand.
  @usableFromInline final class Opening: Sendable, Hashable {
    @usableFromInline let item: ItemID
    @usableFromInline let round: Int
    @usableFromInline let acceptance: EventIdentity
    @usableFromInline let accepted: Instant
    @usableFromInline let office: OfficeCode
    @usableFromInline let posting: Posting

    init(
      item: ItemID, round: Int, acceptance: EventIdentity, accepted: Instant, office: OfficeCode, posting: Posting
    ) {
      self.item = item
      self.round = round
      self.acceptance = acceptance
      self.accepted = accepted
      self.office = office
      self.posting = posting
    }

    @usableFromInline static func == (lhs: Opening, rhs: Opening) -> Bool {
      lhs === rhs
        || lhs.item == rhs.item && lhs.round == rhs.round && lhs.acceptance == rhs.acceptance
          && lhs.accepted == rhs.accepted && lhs.office == rhs.office && lhs.posting == rhs.posting
    }

    @usableFromInline func hash(into hasher: inout Hasher) {
      hasher.combine(item)
      hasher.combine(round)
      hasher.combine(acceptance)
      hasher.combine(accepted)
      hasher.combine(office)
      hasher.combine(posting)
    }
  }

  /// The item.
  @inlinable public var item: ItemID { opening.item }
  /// 1 for the item's first acceptance, one more for each time it is used again.
  @inlinable public var round: Int { opening.round }
  /// The event that accepted it.
  @inlinable public var acceptance: EventIdentity { opening.acceptance }
  /// When it was accepted.
  @inlinable public var accepted: Instant { opening.accepted }
  /// Where it was accepted.
  @inlinable public var office: OfficeCode { opening.office }
  /// What was posted.
  @inlinable public var posting: Posting { opening.posting }
}
