internal import Synchronization

/// Opens once; who asked to be told is told then, or at once.
final class Latch: Sendable {
  private struct State {
    var isOpen = false
    var waiting: [@Sendable () -> Void] = []
  }

  private let state = Mutex(State())

  func open() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      state.isOpen = true
      return state.waiting
    }
    for tell in waiting { tell() }
  }

  func whenOpen(_ tell: @escaping @Sendable () -> Void) {
    let isOpen = state.withLock { state in
      if !state.isOpen { state.waiting.append(tell) }
      return state.isOpen
    }
    if isOpen { tell() }
  }
}

/// A yes or no that two threads share.
final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .acquiring) }

  func set(_ isSet: Bool) { value.store(isSet, ordering: .releasing) }
}
