import Dossiers
import GRDB
import Simulation
import Store
import TestSupport
import Testing

struct SheetTests {
  @Test("events taken many at once leave the rows that they leave one by one", arguments: 1...3 as ClosedRange<UInt64>)
  func rows(seed: UInt64) async throws {
    var faults = FaultRates()
    faults.voidings = 0.01
    faults.late = 0.02
    let plan = SimulationPlan(seed: seed, start: day("2026-03-02"), days: 4, dossiersPerDay: 60, faults: faults)
    let calendar = WorkingCalendar(SampleRules.calendarDefinition)
    var events = try Simulation(plan: plan, registry: SampleRules.registry, calendar: calendar).map(\.event)
    // Some come again: soon after, and long after.
    for place in stride(from: 5, to: events.count, by: 97) { events.insert(events[place], at: place + 3) }
    for place in stride(from: 40, to: events.count, by: 211) { events.append(events[place]) }
    #expect(events.count > 500)
    let alone = try await rows(events, batch: 1)
    #expect(alone.count > 1_000)
    #expect(try await rows(events, batch: 16) == alone)
    #expect(try await rows(events, batch: 100) == alone)
  }

  /// What is in the log and of items and dossiers once `events` were taken, so many at once.
  private func rows(_ events: [Event], batch: Int) async throws -> [Row] {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(path: folder.database)
    let now = "2026-04-01 08:00"
    let desk = try await Desk(store)
    var rest = events[...]
    while !rest.isEmpty {
      try await desk.take(Array(rest.prefix(batch)), at: now)
      rest = rest.dropFirst(batch)
    }
    return try DatabaseQueue(path: folder.database).read { db in
      try [
        "SELECT * FROM events ORDER BY seq", "SELECT key, last_event, fold FROM shipments ORDER BY key",
        "SELECT key, stage, evidence FROM dossiers ORDER BY key", "SELECT * FROM voidings ORDER BY source, id",
        "SELECT * FROM counters ORDER BY name", "SELECT * FROM watched_devices ORDER BY source",
      ].flatMap { try Row.fetchAll(db, sql: $0) }
    }
  }
}
