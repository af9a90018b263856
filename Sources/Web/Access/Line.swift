import Synchronization

/// A line with so many places.
final class Line: Sendable {
  private let free: Mutex<Int>

  init(places: Int) {
    free = Mutex(places)
  }

  /// Takes a place; says whether there was one.
  func enter() -> Bool {
    free.withLock { free in
      guard free > 0 else { return false }
      free -= 1
      return true
    }
  }

  /// Gives a place back.
  func leave() { free.withLock { $0 += 1 } }
}
