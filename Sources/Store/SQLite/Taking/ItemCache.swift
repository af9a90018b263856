/// Where the items lie that were touched lately, each in a slot of its own; what is in flight is touched again and again.
///
/// The slots themselves are with the caller, which reaches into them for every event: through a subscript of the cache
/// each access would allocate what it keeps until its end.
struct ItemCache: Sendable {
  private var isFresh: [Bool] = []
  private var places: [Int64: Int] = [:]
  private var hand = 0
  private let limit: Int

  /// A cache of at most `limit` items, or of as many as one transaction touches.
  init(limit: Int) {
    self.limit = limit
  }

  /// The place of the item with this key, or nil where it is not at hand.
  mutating func place(of key: Int64) -> Int? {
    guard let place = places[key] else { return nil }
    isFresh[place] = true
    return place
  }

  /// Puts an item into the slot of one that was not asked for lately, or into a new one, and returns its place.
  mutating func insert(_ slot: ItemSlot, into slots: inout [ItemSlot]) -> Int {
    if let place = slots.count < limit ? nil : placeToReuse(slots) {
      places[slots[place].key] = nil
      places[slot.key] = place
      slots[place] = slot
      return place
    }
    places[slot.key] = slots.count
    slots.append(slot)
    isFresh.append(false)
    return slots.count - 1
  }

  /// The next slot, round and round, that nobody asked for since the last round; none that is being changed.
  private mutating func placeToReuse(_ slots: [ItemSlot]) -> Int? {
    for _ in 0..<2 * slots.count {
      let place = hand
      hand = hand + 1 < slots.count ? hand + 1 : 0
      if slots[place].touch != nil { continue }
      if !isFresh[place] { return place }
      isFresh[place] = false
    }
    return nil
  }
}
