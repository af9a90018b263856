public import Dossiers

/// Events of every type, all as the contract has them, the same ones for the same seed.
public struct RandomEvents: Sequence, IteratorProtocol, Sendable {
  var generator: SeededGenerator

  /// Events that begin at `seed`.
  public init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// The next event; there is always one, as long as the codes made here are codes.
  public mutating func next() -> Event? {
    switch below(6) {
    case 0: scanned()
    case 1: noted()
    case 2: voided()
    case 3: alive()
    case 4: tallied()
    default: closed()
    }
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  mutating func maybe() -> Bool { Bool.random(using: &generator) }

  mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(below(10)) }.joined()
  }

  private mutating func scanned() -> Event? {
    guard let office = office(), let item = item(), let destination = self.office() else { return nil }
    let milestone = one(of: Milestone.allCases)
    let needsReason = [.attempted, .held, .returned].contains(milestone)
    let reason = needsReason || below(4) == 0 ? one(of: Reason.allCases) : nil
    let scan = Scan(
      item: item, milestone: milestone, office: office, reason: reason,
      recipient: milestone == .delivered ? one(of: Recipient.allCases) : .addressee,
      newDestination: milestone == .redirected ? destination : nil,
      posting: milestone == .accepted ? posting(to: destination) : nil)
    return event(.scanned(scan), by: below(8) == 0 ? operatorSource() : scanner(of: office))
  }

  private mutating func posting(to destination: OfficeCode) -> Posting? {
    guard let agency = agency() else { return nil }
    let carries = one(of: Papers.allCases)
    let count = carries == .dossier ? below(4) : 1 + below(4)
    return Posting(
      carries: carries, agency: agency, destination: destination,
      dossiers: (0..<count).compactMap { reference($0) },
      slip: carries == .dossier && maybe())
  }

  /// References number their dossiers by `place`, so that each code stands once in a list.
  private mutating func reference(_ place: Int) -> DossierReference? {
    guard let agency = agency(), let procedure = procedure(),
      let code = DossierCode("\(agency)-260302-\(1000 + below(9000))\(place)")
    else { return nil }
    return DossierReference(code: code, procedure: procedure, promised: maybe() ? date() : nil)
  }

  private mutating func voided() -> Event? {
    guard let office = office(), let source = maybe() ? scanner(of: office) : desk() else { return nil }
    let id = id()
    let voided = EventIdentity(source: source, id: id + "v")
    let replacement = maybe() ? EventIdentity(source: source, id: id + "r") : nil
    let voiding = Voiding(voided: voided, reason: one(of: Voiding.Why.allCases), replacement: replacement)
    return event(.voided(voiding), by: maybe() ? source : operatorSource())
  }

  private mutating func alive() -> Event? {
    guard let office = office() else { return nil }
    return event(.alive(SignOfLife(lastSequence: maybe() ? generator.next() : nil)), by: scanner(of: office))
  }

  private mutating func tallied() -> Event? {
    guard let office = office() else { return nil }
    let tally = Tally(date: date(), accepted: below(1_000_001), delivered: below(1_000_001))
    return event(.tallied(tally), by: scanner(of: office))
  }

  private mutating func closed() -> Event? {
    let from = instant()
    let places = (0..<1 + below(5)).compactMap { _ in below(4) == 0 ? pair() : place() }
    let closure = Closure(
      from: from, until: maybe() ? from.advanced(by: .seconds(Int64(1 + below(1_000_000)))) : nil, places: places,
      reason: text(500))
    return event(.closed(closure), by: operatorSource())
  }
}
