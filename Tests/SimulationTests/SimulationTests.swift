import Dossiers
import Simulation
import Testing

@Suite("a simulated province")
struct SimulationTests {
  @Test("gives the same messages for the same seed, and others for another")
  func determinism() throws {
    let first = try SampleProvince.messages(days: 10)
    #expect(try first == SampleProvince.messages(days: 10))
    #expect(try first != SampleProvince.messages(seed: 2, days: 10))
  }

  @Test("can be gone through twice")
  func iteratesAnew() throws {
    let plan = SimulationPlan(seed: 3, start: try SampleProvince.day("2026-03-02"), days: 5)
    let simulation = try Simulation(
      plan: plan, registry: SampleProvince.registry(), calendar: SampleProvince.calendar())
    #expect(Array(simulation) == Array(simulation))
  }

  @Test("tells its messages in the order of arrival", arguments: [1, 2, 3] as [UInt64])
  func arrivalOrder(seed: UInt64) throws {
    let messages = try SampleProvince.messages(seed: seed, days: 15)
    #expect(zip(messages, messages.dropFirst()).allSatisfy { $0.arrival <= $1.arrival })
  }

  @Test("tells nothing of what happens before its first day or after its last")
  func bounds() throws {
    let messages = try SampleProvince.messages(days: 7)
    let start = try SampleProvince.day("2026-03-02").start.advanced(by: .minutes(-2))
    let end = try SampleProvince.day("2026-03-09").start.advanced(by: .minutes(2))
    #expect(messages.allSatisfy { start <= $0.event.time && $0.event.time < end })
  }

  @Test("names each event once, and by ULIDs in the order of time")
  func ulids() throws {
    let events = try SampleProvince.ordinary.get().events
    #expect(Set(events.map(\.identity.id)).count == events.count)
    #expect(events.allSatisfy { $0.identity.id.utf8.count == 26 })
    let byTime = events.sorted { $0.time < $1.time }
    #expect(
      zip(byTime, byTime.dropFirst()).allSatisfy { $0.time == $1.time || $0.identity.id < $1.identity.id })
  }

  @Test("can name events at random")
  func randomIDs() throws {
    let events = try SampleProvince.messages(days: 5, randomIDs: true).events
    #expect(Set(events.map(\.identity.id)).count == events.count)
    #expect(events.allSatisfy { $0.identity.id.utf8.count == 36 && $0.identity.id.dropFirst(14).first == "4" })
    let byTime = events.sorted { $0.time < $1.time }
    let ascending = zip(byTime, byTime.dropFirst()).filter { $0.identity.id < $1.identity.id }.count
    #expect((0.4...0.6).contains(Double(ascending) / Double(events.count)))
  }

  @Test("refuses a registry without offices, agencies or procedures")
  func emptyRegistry() throws {
    let full = try SampleProvince.registry()
    let start = try SampleProvince.day("2026-03-02")
    let calendar = try SampleProvince.calendar()
    for (kind, registry) in [
      ("post office", Registry(agencies: full.agencies, procedures: full.procedures, offices: [:], districts: [:])),
      ("agency", Registry(agencies: [:], procedures: full.procedures, offices: full.offices, districts: [:])),
      ("procedure", Registry(agencies: full.agencies, procedures: [:], offices: full.offices, districts: [:])),
    ] {
      #expect(throws: SimulationError.registryWithout(kind)) {
        try Simulation(plan: SimulationPlan(seed: 1, start: start, days: 1), registry: registry, calendar: calendar)
      }
    }
  }

  @Test("is empty without days, and holds no shipment where none is wanted")
  func nothing() throws {
    #expect(try SampleProvince.messages(days: 0).isEmpty)
    #expect(try SampleProvince.messages(days: -3).isEmpty)
    #expect(try SampleProvince.messages(days: 3, perDay: 0).scans.count < 5)
  }
}
