import Foundation
import Store
import TestSupport
import Testing

extension Torture {
  /// More than ever comes in a province.
  struct LoadTests {
    @Test("a flood of events at full speed is taken whole, with memory that does not grow")
    func flood() async throws {
      // Of each dossier some ten events over two weeks.
      let daily = Times(200, 20_000, 100_000).here
      let trial = try await DaemonTrial(
        settings: ["DOSSIERD_ALERTS_GROUP_WAIT_SECONDS": "86400", "DOSSIERD_ROUTING_DIGEST": "off"])
      let daemon = try await trial.start()
      let said = try await ProcessRunner.succeed(
        Built.program("dossierctl"),
        ["simulate", "--seed", "\(Seed.here)", "--days", "14", "--dossiers-per-day", "\(daily)", "--publish"],
        environment: trial.environment, within: .seconds(1_200))
      let sent = try #require(said.firstMatch(of: /confirmed (\d+), returned 0, refused 0/).flatMap { Int($0.1) })
      let view = StoreView(trial.database)
      try await waitUntil("all is taken", within: .seconds(1_200)) { try view.counter("events.received") >= sent }
      let peak = daemon.peakMiB
      #expect(try await daemon.stop().status == 0)
      // A debug build keeps more; neither keeps more of two million events than of twenty thousand.
      #expect(peak < (Size.here == .test ? 300 : 200), "MiB")
      let counts = try await SQLiteStore(path: trial.database, access: .reader).counts()
      #expect(counts.received == sent && counts.parked.isEmpty)
      #expect(counts.received == counts.committed + counts.duplicates)
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
