import Dossiers

/// The way of a message from a device to intake: when it gets there, if it does, and whether twice.
struct Uplink {
  private let faults: FaultRates
  private var dice: Dice
  /// When each office lost its link, and gets it back.
  private var outages: [(from: Instant, until: Instant)]

  init(faults: FaultRates, offices: Int, seed: UInt64) {
    self.faults = faults
    dice = Dice(seed: seed)
    outages = Array(repeating: (.distantPast, .distantPast), count: offices)
  }

  /// Draws which mountain offices lose their link on `date`.
  mutating func begin(_ date: LocalDate, in province: Province) {
    for (index, place) in province.places.enumerated() where place.isInMountains {
      guard dice.chance(faults.offlineOffices), outages[index].until < date.start else { continue }
      let from = date.at(secondOfDay: dice.within(6 * 3600...16 * 3600))
      let share = dice.fraction()
      outages[index] = (from, from.advanced(by: .seconds(7200 + Int64(165_600 * share * share * share))))
    }
  }

  /// The arrivals of a message sent at `time`: none, one or two, in order.
  mutating func arrivals(from office: Int?, sent time: Instant) -> [Instant] {
    if dice.chance(faults.unheard) { return [] }
    let arrival = time.advanced(by: Span(microseconds: delay(from: office, at: time)))
    guard dice.chance(faults.duplicates) else { return [arrival] }
    let pause = dice.chance(0.7) ? dice.within(2...60) : dice.within(60...21_600)
    return [arrival, arrival.advanced(by: .seconds(Int64(pause)))]
  }

  private mutating func delay(from office: Int?, at time: Instant) -> Int64 {
    let short = Int64(dice.within(200_000...2_000_000))
    if let office, outages[office].from <= time, time < outages[office].until {
      // Everything that waited follows in a burst, in its order.
      return outages[office].until.since(time).microseconds
        + time.since(outages[office].from).microseconds / 2000 + short / 100
    }
    if dice.chance(faults.late) { return Int64(dice.within(7200...172_800)) * 1_000_000 + short }
    if dice.chance(faults.outOfOrder) { return Int64(dice.within(60...2400)) * 1_000_000 + short }
    return short
  }
}
