import Store
import Synchronization
import Web

/// Measures the work for `/metrics`, since the start of the program.
final class Meter: Sendable {
  private let state = Mutex(Readings())
  private let storePath: String

  init(storePath: String) {
    self.storePath = storePath
  }

  /// A batch of so many messages was taken.
  func took(_ taken: Taken, of messages: Int, in duration: Duration) {
    state.withLock { readings in
      readings.batchEvents.add(Double(messages))
      readings.batchSeconds.add(duration / .seconds(1))
      for (office, lags) in taken.lags { readings.lags[office, default: Histogram(lags.bounds)].merge(lags) }
    }
  }

  /// The link to the broker was lost.
  func lostLink() { state.withLock { $0.disconnects += 1 } }

  /// What was measured, with how the disk is now; `ready` is what the queue holds.
  func readings(ready: Int?) -> Readings {
    var readings = state.withLock { $0 }
    readings.ready = ready
    readings.storeBytes = StoreSpace.bytes(of: storePath)
    readings.freeBytes = StoreSpace.free(at: storePath)
    return readings
  }
}
