import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

/// What the daemon tells the service manager, message by message.
struct NotifyTests {
  /// All that was told so far.
  private final class Told: Sendable {
    private let all = Mutex<[String]>([])
    private let socket: NotifySocket

    init(_ socket: NotifySocket) { self.socket = socket }

    func messages() -> [String] {
      all.withLock {
        $0 += socket.messages()
        return $0
      }
    }

    func waitFor(_ start: String) async throws {
      try await waitUntil("the manager is told \(start)") { self.messages().contains { $0.hasPrefix(start) } }
    }
  }

  @Test(
    "a start asks for time only while it forms the database; signals count once it is ready; reload and end are told")
  func life() async throws {
    let trial = try await DaemonTrial()
    let socket = try NotifySocket(path: "/tmp/notify-\(UUID().uuidString)")
    let environment = trial.environment.merging(["NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "2000000"]) { $1 }

    let first = Told(socket)
    let daemon = try RunningDaemon(environment: environment, folder: trial.folder)
    try await first.waitFor("WATCHDOG=1")
    try await first.waitFor("STATUS=listening to the queue")
    #expect(first.messages().first?.hasPrefix("EXTEND_TIMEOUT_USEC=") == true)
    #expect(first.messages().contains("READY=1"))

    daemon.signal(SIGHUP)
    try await first.waitFor("RELOADING=1")
    try await waitUntil("the reload is over") { first.messages().count { $0 == "READY=1" } == 2 }
    let reload = try #require(first.messages().first { $0.hasPrefix("RELOADING=1") }).split(separator: "\n")
    let sent = try #require(reload.last?.split(separator: "=").last.flatMap { UInt64($0) })
    #expect(reload.last?.hasPrefix("MONOTONIC_USEC=") == true)
    let now = DispatchTime.now().uptimeNanoseconds / 1000
    #expect(sent < now && now - sent < 60_000_000)
    #expect(try await daemon.stop().status == 0)
    #expect(first.messages().contains("STOPPING=1"))

    let second = Told(socket)
    let again = try RunningDaemon(environment: environment, folder: trial.folder)
    try await second.waitFor("READY=1")
    again.signal(SIGHUP)
    #expect(!second.messages().contains { $0.hasPrefix("EXTEND_TIMEOUT_USEC=") })
    try await second.waitFor("RELOADING=1")
    #expect(try await again.stop().status == 0)
  }
}
