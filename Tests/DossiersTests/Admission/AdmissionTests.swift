import Dossiers
import TestSupport
import Testing

struct AdmissionTests {
  private let recorded = "2026-03-02 08:20"

  private func reason(
    _ tell: (inout Scenario) -> Void, bounds: Admission.Bounds = Admission.Bounds(),
    channel: Admission.Channel = .queue(user: nil), recorded: String? = nil
  ) throws -> Refusal.Reason? {
    var story = Scenario()
    tell(&story)
    let event = try #require(story.events.last)
    return Admission(bounds: bounds, registry: SampleRules.registry).refusal(
      of: event, recorded: instant(recorded ?? self.recorded), channel: channel)?.reason
  }

  @Test("an event of known places and agencies, told in time, is taken")
  func taken() throws {
    #expect(try reason { $0.accept(at: "2026-03-02 08:15") } == nil)
    #expect(try reason { $0.scan(.redirected, at: "2026-03-02 08:15", destination: "382500") } == nil)
    #expect(try reason { $0.received(at: "2026-03-02 08:15", procedure: "1.004884") } == nil)
    #expect(try reason { $0.note(.resultReady, at: "2026-03-02 08:15") } == nil)
  }

  @Test("an office that the registry does not know parks the event, wherever it is named")
  func unknownOffice() throws {
    #expect(try reason { $0.accept(at: "2026-03-02 08:15", office: "999999") } == .unknownOffice)
    #expect(try reason { $0.accept(at: "2026-03-02 08:15", destination: "999999") } == .unknownOffice)
    #expect(
      try reason { $0.scan(.redirected, at: "2026-03-02 08:15", destination: "999999") } == .unknownOffice)
    #expect(
      try reason {
        $0.tell(.alive(SignOfLife(lastSequence: 4)), at: "2026-03-02 08:15", by: "/postoffices/999999/scanners/s1")
      } == .unknownOffice)
  }

  @Test("an agency that the registry does not know parks the event, wherever it is named")
  func unknownAgency() throws {
    #expect(try reason { $0.accept(at: "2026-03-02 08:15", agency: "H18.999") } == .unknownAgency)
    #expect(try reason { $0.note(.resultReady, at: "2026-03-02 08:15", agency: "H18.999") } == .unknownAgency)
  }

  @Test("a procedure that the registry does not know parks the event, wherever it is named")
  func unknownProcedure() throws {
    #expect(try reason { $0.accept(at: "2026-03-02 08:15", procedure: "9.999999") } == .unknownProcedure)
    #expect(try reason { $0.received(at: "2026-03-02 08:15", procedure: "9.999999") } == .unknownProcedure)
  }

  @Test(
    "a closure of a place that the registry does not know parks the event, wherever it is named",
    arguments: [
      (Closure.Place.office(code("999999")), Refusal.Reason.unknownOffice),
      (.agency(code("H18.999")), .unknownAgency), (.district("999"), .unknownDistrict),
      (.pair(.district("094"), .district("999")), .unknownDistrict),
      (.pair(.office(code("999999")), .district("094")), .unknownOffice),
    ])
  func unknownPlace(_ place: Closure.Place, _ wanted: Refusal.Reason) throws {
    let known = Closure.Place.district("094")
    let reason = { (places: [Closure.Place]) in
      try self.reason(
        { story in
          let closure = Closure(from: instant("2026-03-02 00:00"), until: nil, places: places, reason: "flood")
          story.tell(.closed(closure), at: "2026-03-02 08:15", by: "/operators/lan")
        }, channel: .local)
    }
    #expect(try reason([known, .office(code("381100"))]) == nil)
    #expect(try reason([known, place]) == wanted)
  }

  @Test(
    "an event may be as far ahead as the bound, and no further",
    arguments: [
      ("2026-03-02 08:30", nil), ("2026-03-02T08:30:00.000001+07:00", Refusal.Reason.early),
    ])
  func early(_ time: String, _ wanted: Refusal.Reason?) throws {
    #expect(try reason { $0.accept(at: time) } == wanted)
  }

  @Test("an event may be as old as the bound, and no older, and of any age where there is none")
  func stale() throws {
    #expect(try reason { $0.accept(at: "2026-01-01 08:20") } == nil)
    #expect(try reason { $0.accept(at: "2026-01-01 08:19") } == .stale)
    #expect(try reason({ $0.accept(at: "2020-01-01 08:19") }, bounds: Admission.Bounds(age: nil)) == nil)
  }

  @Test("where the broker must vouch, the user must be there and be the sender's office or agency")
  func notVouched() throws {
    let bounds = Admission.Bounds(requiresUser: true)
    let scan = { (story: inout Scenario) -> Void in story.accept(at: "2026-03-02 08:15") }
    let note = { (story: inout Scenario) -> Void in story.note(.resultReady, at: "2026-03-02 08:15") }
    for user in [nil, "382500", "h18.101"] {
      #expect(try reason(scan, bounds: bounds, channel: .queue(user: user)) == .notVouched)
      #expect(try reason(note, bounds: bounds, channel: .queue(user: user)) == .notVouched)
    }
    #expect(try reason(scan, bounds: bounds, channel: .queue(user: "381100")) == nil)
    #expect(try reason(note, bounds: bounds, channel: .queue(user: "H18.101")) == nil)
  }

  @Test("an operator's event comes from this machine, never from the queue")
  func notAllowed() throws {
    let tell = { (story: inout Scenario) -> Void in
      story.closure(from: "2026-03-02 08:00", until: nil, .district("094"))
    }
    #expect(try reason(tell, channel: .queue(user: "lan")) == .notAllowed)
    #expect(try reason(tell, channel: .local) == nil)
  }

  @Test("the sender is looked at before what is told, and what is told before its time")
  func order() throws {
    let bounds = Admission.Bounds(requiresUser: true)
    let tell = { (story: inout Scenario) -> Void in story.accept(at: "2027-03-02 08:15", office: "999999") }
    #expect(try reason(tell, bounds: bounds) == .notVouched)
    #expect(try reason(tell) == .unknownOffice)
  }

  @Test("a refusal of the decoder keeps its kind, and only what the registry decides is tried again")
  func kinds() {
    let kinds = ContractError.Kind.allCases.map { Refusal(ContractError($0, at: "data.item", "expected an item")) }
    #expect(kinds.map(\.reason) == [.unreadable, .contract, .unknownType])
    #expect(kinds[1].description == "contract: data.item: expected an item")
    #expect(
      Refusal.Reason.allCases.filter(\.dependsOnRegistry) == [
        .unknownOffice, .unknownAgency, .unknownDistrict, .unknownProcedure,
      ])
  }

  @Test("bounds and times at the ends of what can be told stop nothing")
  func farValues() throws {
    let bounds = Admission.Bounds(ahead: Span(microseconds: .max), age: Span(microseconds: .min))
    for time in ["0000-01-02T00:00:00Z", "9999-12-31T12:00:00Z"] {
      _ = try reason({ $0.accept(at: time) }, bounds: bounds, recorded: "9999-12-31 23:59")
      _ = try reason({ $0.accept(at: time) }, bounds: bounds, recorded: "0000-01-01 23:59")
    }
  }
}
