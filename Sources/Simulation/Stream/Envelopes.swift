import Dossiers

/// Makes the envelopes of a benchmark from their number alone, and the messages about them.
struct Envelopes {
  private let plan: BenchmarkPlan
  private let province: Province
  private let competence: Competence
  private let items = ItemNumbers(service: "R", from: 0)
  private var names: EventNames
  private var counters: [UInt64]

  init(plan: BenchmarkPlan, province: Province, competence: Competence) {
    self.plan = plan
    self.province = province
    self.competence = competence
    names = EventNames(random: plan.randomIDs, seed: plan.seed)
    counters = Array(repeating: 0, count: province.devices.count)
  }

  /// One scan of the envelope with this number.
  mutating func message(
    _ number: Int, _ milestone: Milestone, at time: Instant, arrival: Instant
  ) -> SimulatedMessage {
    let number = number + plan.first
    var dice = Dice(seed: plan.seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
    let bureau = dice.index(below: province.bureaus.count)
    let target = province.posting.draw(&dice)
    let origin = province.bureaus[bureau].office
    let place = province.places[milestone.rawValue <= Milestone.departed.rawValue ? origin : target]
    let device = place.scanners.lowerBound + number % place.scanners.count
    let posting = milestone == .accepted ? posting(number, bureau, to: target, at: time, &dice) : nil
    let scan = Scan(item: items.number(number), milestone: milestone, office: place.code, posting: posting)
    counters[device] += 1
    let teller = province.devices[device]
    let event = Event(
      identity: EventIdentity(source: teller.source, id: names.name(at: time)), time: time,
      sequence: counters[device], fact: .scanned(scan))
    return SimulatedMessage(event: event, arrival: arrival, routingKey: teller.routingKey)
  }

  private func posting(_ number: Int, _ bureau: Int, to target: Int, at time: Instant, _ dice: inout Dice) -> Posting {
    let agency = province.bureaus[bureau]
    let procedure = competence.procedure(at: agency.level, &dice)
    let width = dice.chance(plan.wideShare) ? 100 : 1
    let dossiers = (0..<width).compactMap { place in
      DossierCode(agency: agency.code, date: LocalDate(time), number: number * 100 + place + 1).map {
        DossierReference(code: $0, procedure: procedure.code)
      }
    }
    return Posting(
      carries: .result, agency: agency.code, destination: province.places[target].code, dossiers: dossiers)
  }
}
