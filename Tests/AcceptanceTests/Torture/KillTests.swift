import Foundation
import TestSupport
import Testing

extension Torture {
  /// The process is ended.
  struct KillTests {
    @Test("kill -9 at random instants loses nothing that was acknowledged, and doubles nothing")
    func anywhere() async throws {
      let ordeal = try await Ordeal("kill -9 at random instants")
      try await ordeal.undergo(Times(16, 102, 510), within: .seconds(2)) { ordeal in
        let publishing = try ordeal.telling(300)
        try await ordeal.wait(upTo: 100)
        try await ordeal.daemon.kill9()
        try await publishing.value
        try ordeal.isMended()
        try await ordeal.start()
      }
      try await ordeal.judge()
    }

    @Test(
      "killed at any point on the way of an event or of a mail, it goes on from there", arguments: FaultPoint.allCases)
    func at(_ point: FaultPoint) async throws {
      let ordeal = try await Ordeal("kill -9 \(point.rawValue)")
      try await ordeal.undergo(Times(2, 14, 70), within: .seconds(2)) { ordeal in
        // A mail that comes once more after the kill, and is cut by the stop of the next round, would come a third time.
        try await waitUntil("all that is owed has left") { try ordeal.view.overdue(at: ordeal.now) == 0 }
        _ = try await ordeal.daemon.stop()
        let pass = point.isOfMail ? 1 : ordeal.draw(1...4)
        let daemon = try ordeal.launch(
          try await FaultPoints.environment(["FAULT_POINT": point.rawValue, "FAULT_PASS": "\(pass)"]))
        if point.isOfMail { try await ordeal.tellLate() } else { try await ordeal.tell(600) }
        try await daemon.waitForEnd()
        try ordeal.isMended()
        try await ordeal.start()
      }
      try await ordeal.judge()
    }

    @Test("SIGTERM under load ends it in order within five seconds, and the rest is taken by the next run")
    func terminated() async throws {
      let ordeal = try await Ordeal("SIGTERM under load")
      try await ordeal.undergo(Times(5, 50, 200), within: .seconds(2)) { ordeal in
        let publishing = try ordeal.telling(200)
        try await ordeal.wait(upTo: 200)
        let end = try await ordeal.daemon.stop()
        #expect(end.status == 0 && end.took < .seconds(5))
        try await publishing.value
        try ordeal.isMended()
        try await ordeal.start()
      }
      try await ordeal.judge()
    }
  }
}
