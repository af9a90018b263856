internal import Glibc
internal import Synchronization

/// Ends a link from outside: a send into a broker that takes nothing can wait without a bound, and the owning thread can't
/// look at a clock meanwhile.
///
/// The descriptor is armed and disarmed by the owning thread while it is open, under the lock, so that a cut never
/// hits a descriptor that has been given to someone else.
final class Cutter: Sendable {
  private let descriptor = Mutex<Int32?>(nil)

  func arm(_ open: Int32) { descriptor.withLock { $0 = open } }

  func disarm() { descriptor.withLock { $0 = nil } }

  /// Shuts the socket down: the owning thread's next or present call on it fails.
  func cut() {
    descriptor.withLock { if let open = $0 { _ = shutdown(open, Int32(SHUT_RDWR)) } }
  }
}
