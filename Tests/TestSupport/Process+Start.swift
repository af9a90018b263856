public import Foundation
import Synchronization

extension Process {
  private static let starting = Mutex(())

  /// Starts it while no other is being started.
  ///
  /// Foundation hears of a process's end by a socket that it holds, and has each close what others hold by looking at what
  /// is open before. Of two that are started in one moment, one may keep the other's socket, whose end is then not heard of
  /// until both have ended.
  /// - Throws: What `run()` does, where it can't be started.
  public func start() throws {
    try Process.starting.withLock { _ in try run() }
  }
}
