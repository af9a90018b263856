internal import CRabbitMQ
internal import Glibc

/// Wakes a thread that waits for a socket.
final class Wake: Sendable {
  let descriptor: Int32

  /// - Throws: ``BrokerError/system(call:reason:)`` when the process has no descriptor left.
  init() throws(BrokerError) {
    descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    guard descriptor >= 0 else { throw .system(call: "eventfd", reason: String(cString: strerror(errno))) }
  }

  deinit { _ = Glibc.close(descriptor) }

  /// Wakes the thread, or keeps it from falling asleep next time.
  func signal() { _ = eventfd_write(descriptor, 1) }

  /// Forgets signals that have been heeded.
  func clear() {
    var count: eventfd_t = 0
    _ = eventfd_read(descriptor, &count)
  }
}
