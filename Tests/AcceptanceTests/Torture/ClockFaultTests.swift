import Foundation
import TestSupport
import Testing

extension Torture {
  /// The machine's clock is stepped, or the machine sleeps.
  struct ClockFaultTests {
    @Test("a clock that is stepped by an hour, ahead or back, raises nothing twice", arguments: [3_600, -3_600])
    func stepped(_ seconds: Int64) async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "orders-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let orders = try FaultOrders(in: folder)
      let ordeal = try await Ordeal(
        "clock stepped by \(seconds > 0 ? "+" : "−")1 h",
        settings: try await FaultPoints.environment(["FAULT_ORDERS": orders.path]))
      try await ordeal.undergo(Times(1, 5), within: .seconds(5)) { ordeal in
        try await ordeal.tell(50)
        try orders.stepClock(seconds)
        let told = try ordeal.view.ledger().count
        try await ordeal.tellLate()
        try await ordeal.tell(50)
        try await waitUntil("somebody is told", within: .seconds(60)) { try ordeal.view.ledger().count > told }
        try orders.stepClock(0)
        try ordeal.isMended()
      }
      // What was raised an hour ahead is right then, and not yet now.
      ordeal.clockOffset = max(seconds, 0)
      try orders.stepClock(ordeal.clockOffset)
      try await ordeal.judge()
    }

    @Test("a machine that sleeps goes on where it was, though the broker has given it up meanwhile")
    func suspended() async throws {
      let ordeal = try await Ordeal("suspended for longer than two heartbeats")
      try await ordeal.undergo(Times(1, 5), within: .seconds(5)) { ordeal in
        let before = ordeal.daemon.lines(with: "the link to the broker is down")
        let publishing = try ordeal.telling(100)
        try await ordeal.wait(upTo: 50)
        ordeal.daemon.signal(SIGSTOP)
        // RabbitMQ looks up only now and then: it may take five times the interval.
        try await Task.sleep(for: .seconds(10))
        ordeal.daemon.signal(SIGCONT)
        try ordeal.isMended()
        try await ordeal.daemon.waitForMoreLines(than: before, with: "the link to the broker is down")
        try await publishing.value
      }
      try await ordeal.judge()
    }
  }
}
