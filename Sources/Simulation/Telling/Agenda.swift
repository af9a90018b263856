import Dossiers

/// Things to come, taken out by their instant; of those with the same one, first in, first out.
///
/// A binary heap of small keys; the things themselves stay in their slots and are never moved.
struct Agenda<Element> {
  private struct Key {
    let time: Int64
    let number: UInt64
    let slot: Int

    static func < (lhs: Key, rhs: Key) -> Bool {
      lhs.time == rhs.time ? lhs.number < rhs.number : lhs.time < rhs.time
    }
  }

  private var heap: [Key] = []
  private var slots: [Element?] = []
  private var free: [Int] = []
  private var added: UInt64 = 0

  /// How many things are to come.
  var count: Int { heap.count }

  /// When the next thing comes.
  var nextTime: Instant? { heap.first.map { Instant(microseconds: $0.time) } }

  mutating func add(_ element: Element, at time: Instant) {
    let slot: Int
    if let reused = free.popLast() {
      slot = reused
      slots[slot] = element
    } else {
      slot = slots.count
      slots.append(element)
    }
    added += 1
    heap.append(Key(time: time.microseconds, number: added, slot: slot))
    rise()
  }

  /// Takes out what comes next.
  mutating func next() -> (element: Element, time: Instant)? {
    guard let first = heap.first, let element = slots[first.slot].take() else { return nil }
    free.append(first.slot)
    let last = heap.removeLast()
    if !heap.isEmpty { sink(last) }
    return (element, Instant(microseconds: first.time))
  }

  private mutating func rise() {
    var place = heap.count - 1
    let key = heap[place]
    while place > 0 {
      let parent = (place - 1) / 2
      guard key < heap[parent] else { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = key
  }

  /// Puts `key` in at the top and lets it find its place.
  private mutating func sink(_ key: Key) {
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < key else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = key
  }
}
