import Foundation
import Store
import TestSupport
import Testing

extension Torture {
  /// More than ever comes in a province.
  struct LoadTests {
    @Test(
      "a day of a hundred provinces at their own pace leaves memory as it was", .enabled(if: Size.here == .soak))
    func hundredfold() async throws {
      // A province has some 2,800 events a day.
      let (portion, pause) = (32, Duration.seconds(10))
      let day = Duration.seconds(86_400) * Size.scale
      let ordeal = try await Ordeal("a hundredfold of a province's traffic, for \(Int(day / .seconds(60))) minutes")
      try await ordeal.undergo(Times(1, 1, 1), within: .seconds(5)) { ordeal in
        let began = ContinuousClock.now
        var early = 0.0
        while ContinuousClock.now - began < day {
          try await ordeal.tell(portion)
          if ContinuousClock.now - began < day / 2 { early = max(early, ordeal.daemon.residentMiB) }
          try await Task.sleep(for: pause)
        }
        let late = ordeal.daemon.residentMiB
        #expect(late < early * 1.1, "MiB, \(early) before")
        try ordeal.isMended()
      }
      try await ordeal.judge()
    }

    @Test("a flood of events at full speed is taken whole, with memory that does not grow")
    func flood() async throws {
      // Of each dossier some ten events over two weeks.
      let daily = Times(200, 40_000, 200_000).here
      let trial = try await DaemonTrial(
        settings: ["DOSSIERD_ALERTS_GROUP_WAIT_SECONDS": "86400", "DOSSIERD_ROUTING_DIGEST": "off"])
      let daemon = try await trial.start()
      let said = try await ProcessRunner.succeed(
        Built.program("dossierctl"),
        ["simulate", "--seed", "\(Seed.here)", "--days", "14", "--dossiers-per-day", "\(daily)", "--publish"],
        environment: trial.environment, within: .seconds(1_200))
      let sent = try #require(said.firstMatch(of: /confirmed (\d+), returned 0, refused 0/).flatMap { Int($0.1) })
      let view = StoreView(trial.database)
      try await waitUntil("all \(sent) are taken", within: .seconds(Size.here == .test ? 120 : 1_200)) {
        try view.counter("events.received") >= sent
      }
      let peak = daemon.peakMiB
      #expect(try await daemon.stop().status == 0)
      // A debug build keeps more; neither keeps more of two million events than of twenty thousand.
      #expect(peak < (Size.here == .test ? 300 : 200), "MiB")
      let counts = try await SQLiteStore(path: trial.database, access: .reader).counts()
      #expect(counts.received == sent && counts.parked.isEmpty)
      #expect(counts.received == counts.committed + counts.duplicates)
      #expect(try view.logged() == counts.committed)
      try await ProcessRunner.succeed(
        Built.program("dossierctl"), ["rebuild", "--check"], environment: trial.environment, within: .seconds(1_200))
      try Score(
        fault: "flood of events at full speed", times: sent,
        eventsLost: sent - counts.committed - counts.duplicates, alertsDoubled: 0, mailsRepeated: 0,
        recoverSecondsMax: 0
      ).publish()
    }
  }
}
