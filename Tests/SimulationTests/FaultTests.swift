import Dossiers
import Simulation
import Testing

@Suite("what goes wrong in a simulation")
struct FaultTests {
  @Test("a message sent twice says the same under the same identity")
  func duplicates() throws {
    let messages = try SampleProvince.ordinary.get()
    let byIdentity = Dictionary(grouping: messages, by: \.event.identity)
    #expect(byIdentity.values.allSatisfy { Set($0.map(\.event)).count == 1 && $0.count <= 2 })
    let share = Double(messages.count - byIdentity.count) / Double(messages.count)
    #expect((0.01...0.04).contains(share))
  }

  @Test("without faults each message arrives once, within seconds, in the order of time")
  func faultless() throws {
    let messages = try SampleProvince.faultless.get()
    #expect(messages.events.count == messages.count)
    #expect(messages.allSatisfy { $0.arrival.since($0.event.time) < .seconds(3) && $0.arrival > $0.event.time })
  }

  @Test("some messages are overtaken, and few are late by hours")
  func delays() throws {
    let messages = try SampleProvince.ordinary.get()
    let slow = messages.filter { $0.arrival.since($0.event.time) > .minutes(3) }
    let late = messages.filter { $0.arrival.since($0.event.time) > .hours(2) }
    #expect((0.02...0.2).contains(Double(slow.count) / Double(messages.count)))
    #expect(!late.isEmpty && late.count < slow.count)
    #expect(messages.allSatisfy { $0.arrival.since($0.event.time) > .minutes(-3) })
  }

  @Test("a mountain office that loses its link is heard afterwards in one burst, in its order")
  func outages() throws {
    var faults = FaultRates.none
    faults.offlineOffices = 0.3
    let messages = try SampleProvince.messages(faults: faults)
    let delayed = messages.filter { $0.arrival.since($0.event.time) > .minutes(30) }
    #expect(!delayed.isEmpty)
    let registry = try SampleProvince.registry()
    let mountains = Set(
      delayed.compactMap { $0.event.identity.source.office }.compactMap { registry.offices[$0]?.district })
    #expect(mountains.isSubset(of: ["096", "099"]))
    #expect(delayed.allSatisfy { $0.arrival.since($0.event.time) <= .hours(49) })
  }

  @Test("what is taken back was told before, by the same device")
  func voidings() throws {
    let messages = try SampleProvince.messages(days: 60)
    let identities = Set(messages.map(\.event.identity))
    var reasons: Set<Voiding.Why> = []
    for case .voided(let voiding) in messages.events.map(\.fact) {
      reasons.insert(voiding.reason)
      #expect((voiding.replacement != nil) == (voiding.reason == .incorrectData))
      #expect(voiding.replacement.map { $0 != voiding.voided } ?? true)
      // A message may be one of the few that are never heard.
      if !identities.contains(voiding.voided) { Issue.record("\(voiding.voided) was never told") }
    }
    #expect(reasons == [.didNotOccur, .incorrectData])
  }

  @Test("an office's list counts what was accepted and delivered there on the day")
  func tallies() throws {
    let events = try SampleProvince.messages(days: 10, faults: .none).events
    var counts: [OfficeCode: [LocalDate: (accepted: Int, delivered: Int)]] = [:]
    for event in events {
      guard let scan = event.fact.scan else { continue }
      let day = LocalDate(event.time)
      if scan.milestone == .accepted { counts[scan.office, default: [:]][day, default: (0, 0)].accepted += 1 }
      if scan.milestone == .delivered { counts[scan.office, default: [:]][day, default: (0, 0)].delivered += 1 }
    }
    var tallies = 0
    for event in events {
      guard case .tallied(let tally) = event.fact, let office = event.identity.source.office else { continue }
      let wanted = counts[office]?[tally.date] ?? (0, 0)
      #expect((tally.accepted, tally.delivered) == wanted)
      tallies += 1
    }
    #expect(tallies > 60)
  }

  @Test("a scan that was never made leaves a tally that differs")
  func unscanned() throws {
    var faults = FaultRates.none
    faults.unscannedAcceptances = 1
    let messages = try SampleProvince.messages(days: 3, faults: faults)
    #expect(!messages.scans.contains { $0.milestone == .accepted })
    let tallied = messages.events.map(\.fact).reduce(0) { sum, fact in
      if case .tallied(let tally) = fact { sum + tally.accepted } else { sum }
    }
    #expect(tallied > 500)
  }

  @Test("a lost item is declared lost and never delivered")
  func lost() throws {
    var faults = FaultRates.none
    faults.lostItems = 1
    let scans = try SampleProvince.messages(faults: faults).scans
    let lost = Set(scans.filter { $0.milestone == .lost }.map(\.item))
    #expect(lost.count > 1000)
    #expect(!scans.contains { $0.milestone == .delivered && lost.contains($0.item) })
  }

  @Test("an unheard message leaves a gap in its device's counter")
  func unheard() throws {
    var faults = FaultRates.none
    faults.unheard = 0.05
    let events = try SampleProvince.messages(days: 10, faults: faults).events
    let gaps = Dictionary(grouping: events.compactMap { event in event.sequence.map { (event.identity.source, $0) } }) {
      $0.0
    }.values.filter { counted in UInt64(counted.count) < counted.map(\.1).max() ?? 0 }
    #expect(!gaps.isEmpty)
  }
}
