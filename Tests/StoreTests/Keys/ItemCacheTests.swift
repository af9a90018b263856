import Dossiers
import Testing

@testable import Store

struct ItemCacheTests {
  @Test("a full cache forgets what was not asked for lately, and keeps what was")
  func secondChance() {
    var cache = ItemCache(limit: 4)
    var slots: [ItemSlot] = []
    for key in 0..<4 as Range<Int64> { _ = cache.insert(slot(key), into: &slots) }
    for key in 4..<40 as Range<Int64> {
      _ = cache.place(of: 1)
      _ = cache.insert(slot(key), into: &slots)
    }
    #expect(cache.place(of: 1).map { slots[$0].key } == 1)
    #expect(cache.place(of: 0) == nil)
    #expect((0..<40).filter { cache.place(of: $0) != nil }.count == 4)
  }

  @Test("what a transaction touches is never forgotten, however much it is")
  func touched() {
    var cache = ItemCache(limit: 4)
    var slots: [ItemSlot] = []
    for key in 0..<20 as Range<Int64> {
      let place = cache.insert(slot(key), into: &slots)
      slots[place].touch = ItemSlot.Touch()
    }
    #expect((0..<20).allSatisfy { cache.place(of: $0).map { slots[$0].key } != nil })
  }

  private func slot(_ key: Int64) -> ItemSlot {
    ItemSlot(key: key, history: ItemHistory(item: ItemID(checked: "X\(key)")))
  }
}
