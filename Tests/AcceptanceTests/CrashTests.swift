import Dossiers
import Foundation
import Settings
import Simulation
import Store
import TestSupport
import Testing

/// Whatever ends the daemon: nothing lost, nothing doubled, goes on by itself.
struct CrashTests {
  private struct Stream {
    let events: [Event]
    let lines: String
    let rules: Rules

    init(seed: UInt64) throws {
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      let settings = try Settings.load(
        Built.root.appending(path: "config/dossierd.yaml").path, environment: [:], now: now)
      let calendar = WorkingCalendar(settings.rules.calendar)
      let plan = SimulationPlan(seed: seed, start: LocalDate(now).adding(-12), days: 9, dossiersPerDay: 120)
      let messages = Array(
        try Simulation(plan: plan, registry: settings.rules.registry, calendar: calendar))
      let encoder = EventEncoder()
      events = messages.map(\.event)
      lines = messages.map { String(decoding: encoder.encode($0.event), as: UTF8.self) }.joined(separator: "\n")
      rules = Rules(calendar: calendar, policy: settings.rules.policy, registry: settings.rules.registry)
    }

    /// The store holds exactly what the stream folds to, and each event once.
    func check(_ trial: DaemonTrial) async throws {
      let store = try SQLiteStore(path: trial.database, access: .reader)
      let counts = try await store.counts()
      #expect(counts.committed == StandingEvents.distinct(events))
      #expect(counts.received == counts.committed + counts.duplicates + counts.parked.values.reduce(0, +))
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      for expected in OfflineFold(events, rules: rules).reports(at: now, unclaimedAfter: .days(7)) {
        guard let code = expected.dossier else { continue }
        #expect(try await store.report(on: code, at: now) == expected, "dossier \(code)")
      }
    }
  }

  @Test("kill -9 at random instants loses nothing that was acknowledged and counts nothing twice", arguments: [1788])
  func killed(seed: UInt64) async throws {
    let stream = try Stream(seed: seed)
    let trial = try await DaemonTrial(
      settings: ["DOSSIERD_BROKER_BATCH_SIZE": "32", "DOSSIERD_BROKER_DELIVERY_LIMIT": "1000"])
    try await trial.control("topology", "apply")
    async let publishing = trial.control("publish", "-", input: stream.lines)
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      let daemon = try await trial.start()
      let soFar = try await committed(trial)
      let more = Int.random(in: 1...800, using: &chance)
      // A daemon that has read all there is gets no further; being killed then is a case of its own.
      let target = min(soFar + more, StandingEvents.distinct(stream.events))
      try await waitUntil("\(more) more events are committed") { try await committed(trial) >= target }
      try await daemon.kill9()
    }
    _ = try await publishing
    let daemon = try await trial.start()
    try await waitUntil("all is committed", within: .seconds(60)) {
      try await committed(trial) == StandingEvents.distinct(stream.events)
    }
    #expect(try await daemon.stop().status == 0)
    try await stream.check(trial)
  }

  @Test("SIGTERM under load finishes the batch in hand, ends within five seconds, and loses nothing")
  func terminated() async throws {
    let stream = try Stream(seed: 4711)
    let trial = try await DaemonTrial(
      settings: ["DOSSIERD_BROKER_BATCH_SIZE": "64", "DOSSIERD_BROKER_DELIVERY_LIMIT": "1000"])
    try await trial.control("topology", "apply")
    try await trial.control("publish", "-", input: stream.lines)
    for _ in 0..<3 {
      let daemon = try await trial.start()
      try await daemon.waitForLog("listening to the queue")
      let end = try await daemon.stop()
      #expect(end.status == 0)
      #expect(end.took < .seconds(5))
    }
    let daemon = try await trial.start()
    try await waitUntil("all is committed", within: .seconds(60)) {
      try await committed(trial) == StandingEvents.distinct(stream.events)
    }
    _ = try await daemon.stop()
    try await stream.check(trial)
  }

  private func committed(_ trial: DaemonTrial) async throws -> Int {
    guard FileManager.default.fileExists(atPath: trial.database) else { return 0 }
    return try await SQLiteStore(path: trial.database, access: .reader).counts().committed
  }
}

extension StandingEvents {
  /// How many identities `events` have.
  static func distinct(_ events: [Event]) -> Int { Set(events.map(\.identity)).count }
}
