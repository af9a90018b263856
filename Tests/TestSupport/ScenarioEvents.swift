public import Dossiers

/// Sets of events drawn by chance over a few items, dossiers and agencies: every milestone, note, voiding and closure,
/// with ties, copies, reuse of an item and scans that no acceptance claims.
public enum ScenarioEvents {
  /// The items that are drawn from.
  public static let items: [ItemID] = ["EA123456785VN", "EA000000014VN", "EA000000005VN"].map { code($0) }
  /// The dossiers that are drawn from.
  public static let dossiers: [DossierCode] = (1...3).map { code("H18.101-260302-000\($0)") }

  private static let agencies: [AgencyCode] = ["H18.101", "000.05.31.H18", "H18.201", "H18.107"].map { code($0) }
  private static let offices: [OfficeCode] = ["381100", "380000", "382500", "384050", "100000"].map { code($0) }
  private static let procedures: [ProcedureCode] = ["1.001193", "1.004873", "1.004884", "2.000488"].map { code($0) }
  private static let start = instant("2026-03-02 07:30")

  /// Up to 40 events, in no order, with copies but without an identity that says two things.
  public static func draw(using random: inout SeededGenerator) -> [Event] {
    var events: [Event] = []
    // Most faults show in a few events; many events find the others.
    let count = Int.random(in: 1...[6, 12, 12, 40][Int.random(in: 0..<4, using: &random)], using: &random)
    // A coarse grid of instants makes ties frequent; a short story makes fits frequent, a long one reuse.
    let hours = [24, 240, 2400, 6000][Int.random(in: 0..<4, using: &random)]
    for number in 0..<count {
      let time = start.advanced(by: .hours(Int64.random(in: 0..<Int64(hours), using: &random)))
      events.append(event(number, at: time, after: events, using: &random))
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      if let copy = events.randomElement(using: &random) { events.append(copy) }
    }
    return events
  }

  private static func event(_ number: Int, at time: Instant, after events: [Event], using random: inout SeededGenerator)
    -> Event
  {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<70:
      let scan = scan(using: &random)
      return make(number, time, "/postoffices/\(scan.office)/scanners/s1", .scanned(scan))
    case 70..<90:
      let agency = one(of: agencies, using: &random)
      let note = DeskNote(agency: agency, dossier: one(of: dossiers, using: &random), saying: saying(using: &random))
      return make(number, time, "/agencies/\(agency)/desks/d1", .noted(note))
    case 90..<97:
      guard let voided = events.randomElement(using: &random)?.identity else { fallthrough }
      let source = Bool.random(using: &random) ? "/operators/lan" : "/postoffices/380000/scanners/s2"
      return make(number, time, source, .voided(Voiding(voided: voided, reason: .didNotOccur)))
    default:
      let until = time.advanced(by: .hours(Int64.random(in: -2...96, using: &random)))
      let closure = Closure(
        from: time, until: Int.random(in: 0..<4, using: &random) == 0 ? nil : until,
        places: [place(using: &random)], reason: "flood")
      return make(number, time, "/operators/lan", .closed(closure))
    }
  }

  private static func scan(using random: inout SeededGenerator) -> Scan {
    let item = one(of: items, using: &random)
    let office = one(of: offices, using: &random)
    let isAcceptance = Int.random(in: 0..<4, using: &random) == 0
    let milestone = isAcceptance ? Milestone.accepted : one(of: Array(Milestone.allCases.dropFirst()), using: &random)
    return Scan(
      item: item, milestone: milestone, office: office,
      reason: [.attempted, .held, .returned].contains(milestone) ? one(of: Reason.allCases, using: &random) : nil,
      recipient: milestone == .delivered ? one(of: Recipient.allCases, using: &random) : .addressee,
      newDestination: milestone == .redirected ? one(of: offices, using: &random) : nil,
      posting: isAcceptance ? posting(using: &random) : nil)
  }

  private static func posting(using random: inout SeededGenerator) -> Posting {
    let carries = one(of: Papers.allCases, using: &random)
    let least = carries == .dossier ? 0 : 1
    let count = Int.random(in: least...2, using: &random)
    return Posting(
      carries: carries, agency: one(of: agencies, using: &random), destination: one(of: offices, using: &random),
      dossiers: dossiers.shuffled(using: &random).prefix(count).map {
        DossierReference(
          code: $0, procedure: one(of: procedures, using: &random),
          promised: Bool.random(using: &random) ? day("2026-03-16") : nil)
      }, slip: carries == .dossier && Bool.random(using: &random))
  }

  private static func saying(using random: inout SeededGenerator) -> DeskNote.Saying {
    let promised = day("2026-03-20").adding(Int.random(in: 0..<9, using: &random))
    let item = Bool.random(using: &random) ? one(of: items, using: &random) : nil
    return one(
      of: [
        .received(item: item, procedure: item == nil ? one(of: procedures, using: &random) : nil, promised: nil),
        .dateTold(promised: promised), .supplementRequested(until: item == nil ? promised : nil),
        .supplementReceived(until: nil),
        .consulted(ref: item == nil ? "c1" : "c2", body: "H18.107", until: promised),
        .answered(ref: "c1", body: "H18.107", until: promised),
        .rescheduled(promised: promised), .resultReady, .refused, .givenUp,
      ], using: &random)
  }

  private static func place(using random: inout SeededGenerator) -> Closure.Place {
    one(
      of: [
        .office(code("380000")), .agency(code("H18.101")), .district("094"),
        .pair(.district("094"), .district("099")), .pair(.office(code("382500")), .office(code("380000"))),
      ], using: &random)
  }

  private static func make(_ number: Int, _ time: Instant, _ source: String, _ fact: Fact) -> Event {
    guard let source = EventSource(source) else { preconditionFailure("'\(source)' is no source") }
    return Event(identity: EventIdentity(source: source, id: "e\(number)"), time: time, fact: fact)
  }

  private static func one<Value>(of values: [Value], using random: inout SeededGenerator) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}
