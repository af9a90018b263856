import Dossiers

/// Turns what happens into the events that devices tell, each with its own clock and counter.
struct Teller {
  private let province: Province
  private var names: EventNames
  private var dice: Dice
  private var counters: [UInt64]
  private var accepted: [Int]
  private var delivered: [Int]

  init(_ province: Province, randomIDs: Bool, seed: UInt64) {
    self.province = province
    names = EventNames(random: randomIDs, seed: seed)
    dice = Dice(seed: ~seed)
    counters = Array(repeating: 0, count: province.devices.count)
    accepted = Array(repeating: 0, count: province.places.count)
    delivered = Array(repeating: 0, count: province.places.count)
  }

  /// The events told of `occurrence`, and, where one of them is wrong, what will correct it.
  mutating func tell(
    _ occurrence: Occurrence, at time: Instant
  ) -> (events: [Event], correction: (occurrence: Occurrence, time: Instant)?) {
    let device = occurrence.device
    switch occurrence.telling {
    case .fact(let fact, let slip):
      count(fact, slip, by: device)
      if case .unscanned = slip { return ([], nil) }
      let event = event(fact, by: device, at: time)
      return ([event], correction(of: event, slip, by: device, after: time))
    case .correction(let voided, let fact, let happened):
      let replacement = fact.map { event($0, by: device, at: happened) }
      let voiding = Voiding(
        voided: voided, reason: replacement == nil ? .didNotOccur : .incorrectData,
        replacement: replacement?.identity)
      return ((replacement.map { [$0] } ?? []) + [event(.voided(voiding), by: device, at: time)], nil)
    case .alive:
      let life = SignOfLife(lastSequence: counters[device])
      return ([event(.alive(life), by: device, at: time, counts: false)], nil)
    case .tally:
      guard let office = province.devices[device].office else { return ([], nil) }
      defer { (accepted[office], delivered[office]) = (0, 0) }
      let tally = Tally(date: LocalDate(time), accepted: accepted[office], delivered: delivered[office])
      return ([event(.tallied(tally), by: device, at: time)], nil)
    }
  }

  private mutating func event(_ fact: Fact, by device: Int, at time: Instant, counts: Bool = true) -> Event {
    let teller = province.devices[device]
    let told = time.advanced(by: .seconds(teller.skew))
    if counts { counters[device] += 1 }
    return Event(
      identity: EventIdentity(source: teller.source, id: names.name(at: told)), time: told,
      sequence: counts ? counters[device] : nil, fact: fact)
  }

  /// What a wrong event is corrected with, some minutes later.
  private mutating func correction(
    of event: Event, _ slip: Occurrence.Slip, by device: Int, after time: Instant
  ) -> (occurrence: Occurrence, time: Instant)? {
    let replacement: Fact?
    switch slip {
    case .none, .unscanned: return nil
    case .phantom: replacement = nil
    case .misstated(let right): replacement = right
    }
    let telling = Occurrence.Telling.correction(of: event.identity, by: replacement, happened: time)
    return (
      Occurrence(device: device, telling: telling),
      time.advanced(by: .seconds(Int64(dice.within(120...1200))))
    )
  }

  /// Counts for the day's list what really happened.
  private mutating func count(_ fact: Fact, _ slip: Occurrence.Slip, by device: Int) {
    if case .phantom = slip { return }
    guard let scan = fact.scan, let office = province.devices[device].office else { return }
    if scan.milestone == .accepted { accepted[office] += 1 }
    if scan.milestone == .delivered { delivered[office] += 1 }
  }
}
