internal import Glibc

/// Bounded waits for descriptors.
enum Wait {
  /// Waits until the descriptor can be read or is broken; false when the bound passed.
  @discardableResult
  static func readable(_ descriptor: Int32, within bound: Duration) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds(bound)) > 0
  }

  /// Waits for the socket, unless it is `nil`, and the wake, and clears the wake. True when the socket has something.
  static func socket(_ socket: Int32?, or wake: Wake, within bound: Duration) -> Bool {
    // A negative descriptor is passed over by poll.
    var entries = (
      pollfd(fd: socket ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)
    )
    let count = withUnsafeMutablePointer(to: &entries) {
      $0.withMemoryRebound(to: pollfd.self, capacity: 2) { poll($0, 2, milliseconds(bound)) }
    }
    guard count > 0 else { return false }
    if entries.1.revents != 0 { wake.clear() }
    return entries.0.revents != 0
  }

  /// Rounded up, so that a wait never ends just before its time and spins.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    guard duration > .zero else { return 0 }
    let (seconds, attoseconds) = duration.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
