import Dossiers
import Simulation
import Testing

@Suite("a stream to measure with")
struct BenchmarkStreamTests {
  private func stream(_ change: (inout BenchmarkPlan) -> Void = { _ in }) throws -> [SimulatedMessage] {
    var plan = BenchmarkPlan(events: 20_000, inFlight: 2400, end: try SampleProvince.day("2026-03-20").start)
    change(&plan)
    return Array(try BenchmarkStream(plan: plan, registry: SampleProvince.registry()))
  }

  @Test("has the wanted number of events, five an envelope, in the order of their milestones")
  func fiveAnEnvelope() throws {
    let messages = try stream()
    #expect(messages.count == 20_000)
    let stories = Dictionary(grouping: messages.map(\.event)) { $0.fact.scan?.item }
    #expect(stories.count == 4000)
    let wanted: [Milestone] = [.accepted, .departed, .arrived, .outForDelivery, .delivered]
    #expect(stories.values.allSatisfy { $0.compactMap(\.fact.scan?.milestone) == wanted })
    let postings = messages.compactMap { $0.event.fact.scan?.posting }
    #expect(postings.allSatisfy { $0.carries == .result && $0.dossiers.count == 1 })
    #expect(Set(postings.flatMap(\.dossiers).map(\.code)).count == 4000)
  }

  @Test("rounds up to whole envelopes")
  func rounding() throws {
    #expect(try stream { $0.events = 7 }.count == 10)
    #expect(try stream { $0.events = 0 }.isEmpty)
    #expect(try stream { $0.events = -1 }.isEmpty)
  }

  @Test("a batch of 512 holds no item twice")
  func interleaving() throws {
    let items = try stream().compactMap { $0.event.fact.scan?.item }
    for start in stride(from: 0, to: items.count - 512, by: 512) {
      #expect(Set(items[start..<start + 512]).count == 512)
    }
  }

  @Test("goes up in time, and ends before the given instant")
  func times() throws {
    let messages = try stream()
    #expect(zip(messages, messages.dropFirst()).allSatisfy { $0.event.time <= $1.event.time })
    #expect(zip(messages, messages.dropFirst()).allSatisfy { $0.arrival <= $1.arrival })
    let end = try SampleProvince.day("2026-03-20").start
    #expect(messages.allSatisfy { $0.event.time < end && end.since($0.event.time) <= .days(10) })
  }

  @Test("names its events in the order of time, or at random")
  func ids() throws {
    let ordered = try stream().map(\.event)
    #expect(Set(ordered.map(\.identity)).count == 20_000)
    #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0.time == $1.time || $0.identity.id < $1.identity.id })
    let random = try stream { $0.randomIDs = true }.map(\.event)
    #expect(Set(random.map(\.identity.id)).count == 20_000)
    #expect(random.allSatisfy { $0.identity.id.utf8.count == 36 })
  }

  @Test("lets a share of its events come late, and loses none")
  func late() throws {
    let messages = try stream { $0.lateShare = 0.1 }
    #expect(Set(messages.map(\.event.identity)).count == 20_000)
    let late = messages.filter { $0.arrival.since($0.event.time) > .days(1) }
    #expect((0.08...0.12).contains(Double(late.count) / 20_000))
    #expect(zip(messages, messages.dropFirst()).allSatisfy { $0.arrival <= $1.arrival })
  }

  @Test("lets a share of its envelopes carry a hundred dossiers")
  func wide() throws {
    let postings = try stream { $0.wideShare = 0.01 }.compactMap { $0.event.fact.scan?.posting }
    let wide = postings.filter { $0.dossiers.count == 100 }
    #expect((0.005...0.02).contains(Double(wide.count) / Double(postings.count)))
    let codes = postings.flatMap(\.dossiers).map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test("is the same for the same seed, and another for another")
  func determinism() throws {
    #expect(try stream() == stream())
    #expect(try stream() != stream { $0.seed = 2 })
  }
}
