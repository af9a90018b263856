import Synchronization

/// Wakes one waiter: however often it rings, the waiter comes once, and a ring while nobody waits is not lost.
final class Bell: Sendable {
  private struct State {
    var hasRung = false
    var waiter: (number: Int, continuation: CheckedContinuation<Void, Never>)?
    var waits = 0
  }

  private let state = Mutex(State())

  /// Wakes the waiter, or the next one to come.
  func ring() {
    let waiter = state.withLock { state in
      guard let waiter = state.waiter else {
        state.hasRung = true
        return nil as CheckedContinuation<Void, Never>?
      }
      state.waiter = nil
      return waiter.continuation
    }
    waiter?.resume()
  }

  /// Waits for a ring, for `longest` at most, or until the task is cancelled.
  func wait(atMost longest: Duration) async {
    guard longest > .zero else { return }
    let number = state.withLock { state in
      state.waits += 1
      return state.waits
    }
    // Ended with the wait itself: whichever comes first cancels the other.
    let alarm = Task { [self] in
      try await Task.sleep(for: longest)
      endWait(number)
    }
    defer { alarm.cancel() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.hasRung || Task.isCancelled {
            state.hasRung = false
            return true
          }
          state.waiter = (number, continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      endWait(number)
    }
  }

  private func endWait(_ number: Int) {
    let waiter = state.withLock { state in
      guard let waiter = state.waiter, waiter.number == number else { return nil as CheckedContinuation<Void, Never>? }
      state.waiter = nil
      return waiter.continuation
    }
    waiter?.resume()
  }
}
