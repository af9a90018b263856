import Dossiers
import Simulation
import Testing

@Suite("the shares of the traffic")
struct TrafficTests {
  @Test("are those of the province: about 280 items a working day, ten times more back than in")
  func volume() throws {
    let accepted = try SampleProvince.messages(days: 28, faults: .none).scans.filter { $0.milestone == .accepted }
    #expect((250...360).contains(accepted.count / 20))
    let toCitizens = accepted.filter { $0.posting?.carries.leg == .return }.count
    #expect((6.0...13.0).contains(Double(toCitizens) / Double(accepted.count - toCitizens)))
  }

  @Test("weekends and holidays are quiet")
  func daysOff() throws {
    let events = try SampleProvince.messages(from: "2026-04-27", days: 7).events
    let accepted = events.filter { $0.fact.scan?.milestone == .accepted }
    let byDay = Dictionary(grouping: accepted) { LocalDate($0.time).components.day }.mapValues(\.count)
    for day in [27, 28, 29, 30] { #expect(byDay[day, default: 0] > 200) }
    for day in [1, 2, 3] { #expect(byDay[day, default: 0] < 60) }
  }

  @Test("acceptances and deliveries fall into the working hours, most before noon")
  func hours() throws {
    let events = try SampleProvince.faultless.get().events
    let accepted = events.filter { $0.fact.scan?.milestone == .accepted }
    let delivered = events.filter { $0.fact.scan?.milestone == .delivered }
    #expect((accepted + delivered).allSatisfy { (27_000...61_300).contains($0.time.secondOfDay) })
    #expect(accepted.filter { $0.time.secondOfDay < 43_200 }.count * 2 > accepted.count)
  }

  @Test("a few first attempts fail, and what can't be delivered goes back to the agency")
  func failures() throws {
    let scans = try SampleProvince.messages(days: 60).scans
    let count = { (milestone: Milestone) in Double(scans.filter { $0.milestone == milestone }.count) }
    #expect((0.04...0.1).contains(count(.attempted) / count(.delivered)))
    #expect((0.005...0.05).contains(count(.returned) / count(.delivered)))
    #expect(scans.contains { $0.milestone == .delivered && $0.recipient == .sender })
    for milestone in Milestone.allCases where milestone != .lost { #expect(count(milestone) > 0, "\(milestone)") }
  }

  @Test("most results are decided in the promised time, some after it")
  func breaches() throws {
    let share = { (breaches: Double) -> Double in
      var faults = FaultRates.none
      faults.breaches = breaches
      var promised: [DossierCode: LocalDate] = [:]
      var (decided, late) = (0, 0)
      for event in try SampleProvince.messages(days: 45, faults: faults).events {
        guard case .noted(let note) = event.fact else { continue }
        switch note.saying {
        case .received(_, _, let date?): promised[note.dossier] = date
        case .supplementRequested: promised[note.dossier] = nil
        case .resultReady:
          guard let date = promised[note.dossier] else { continue }
          decided += 1
          if LocalDate(event.time) > date { late += 1 }
        default: break
        }
      }
      return Double(late) / Double(max(decided, 1))
    }
    #expect(try share(0) == 0)
    #expect(try (0.3...0.7).contains(share(0.5)))
  }

  @Test("agencies without a desk send no notes, and every kind of note is said by the others")
  func notes() throws {
    var said: Set<String> = []
    for case .noted(let note) in try SampleProvince.messages(days: 60).events.map(\.fact) {
      said.insert(note.saying.name)
    }
    #expect(
      said == [
        "received", "date-told", "supplement-requested", "supplement-received", "consulted", "answered", "rescheduled",
        "result-ready", "refused", "given-up",
      ])
  }
}
