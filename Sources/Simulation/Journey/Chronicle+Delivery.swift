import Dossiers

extension Chronicle {
  /// Brings an envelope to a citizen, and tells when it is handed over; nil where it goes back to the agency.
  mutating func deliver(_ parcel: Parcel, on arrival: LocalDate) -> Instant? {
    var (place, date) = (parcel.target, arrival)
    if dice.chance(0.003) {
      let other = dice.index(below: province.places.count)
      let asked = time(on: date, minutes: 470...520)
      plan(
        Scan(
          item: parcel.item, milestone: .redirected, office: province.places[place].code,
          newDestination: province.places[other].code),
        at: place, asked)
      guard let moved = travel(parcel.item, from: place, to: other, leaving: asked) else { return nil }
      (place, date) = (other, LocalDate(moved))
    }
    if dice.chance(0.005) {
      scan(parcel.item, .held, at: place, time(on: date, minutes: 480...520), reason: .laterDeliveryAsked)
      date = workday(dice.within(1...3), after: date)
    }
    guard dice.chance(faults.failedAttempts) else { return handOver(parcel.item, at: place, on: date) }
    let attempted = handOverTime(on: date)
    let reason = Chronicle.failures?.draw(&dice) ?? .addresseeAbsent
    scan(parcel.item, .outForDelivery, at: place, time(on: date, minutes: 480...560))
    scan(parcel.item, .attempted, at: place, attempted, reason: reason)
    if reason == .refused || reason == .addresseeUnknown {
      giveBack(parcel, from: place, reason, on: workday(1, after: date))
      return nil
    }
    return dice.chance(0.45)
      ? keep(parcel, at: place, since: attempted) : tryAgain(parcel, at: place, on: workday(2, after: date))
  }

  /// A ride of the postman that ends at the citizen's hand.
  private mutating func handOver(_ item: ItemID, at place: Int, on date: LocalDate) -> Instant {
    let delivered = handOverTime(on: date)
    var left = time(on: date, minutes: 480...560)
    if dice.chance(faults.swappedScans) { left = later(delivered, minutes: 2...10) }
    scan(item, .outForDelivery, at: place, left)
    if dice.chance(faults.voidings / 2) {
      scan(item, .delivered, at: place, time(on: date, minutes: 480...500), slip: .phantom)
    }
    scan(item, .delivered, at: place, delivered)
    return delivered
  }

  /// The citizen was told and fetches the envelope at the counter, or lets it lie.
  private mutating func keep(_ parcel: Parcel, at place: Int, since attempted: Instant) -> Instant? {
    scan(parcel.item, .held, at: place, later(attempted, minutes: 60...240), reason: .readyForPickup)
    guard dice.chance(0.92) else {
      giveBack(parcel, from: place, .other, on: workday(10, after: LocalDate(attempted)))
      return nil
    }
    let fetched = counterTime(on: workday(dice.within(1...5), after: LocalDate(attempted)))
    scan(parcel.item, .delivered, at: place, fetched)
    return fetched
  }

  /// The second attempt, two working days after the first (Circular 17/2017/TT-BTTTT art. 5(2)(h)).
  private mutating func tryAgain(_ parcel: Parcel, at place: Int, on date: LocalDate) -> Instant? {
    if dice.chance(0.8) { return handOver(parcel.item, at: place, on: date) }
    scan(parcel.item, .outForDelivery, at: place, time(on: date, minutes: 480...560))
    scan(parcel.item, .attempted, at: place, handOverTime(on: date), reason: .addresseeAbsent)
    giveBack(parcel, from: place, .addresseeAbsent, on: workday(1, after: date))
    return nil
  }

  /// What can't be delivered goes back to the agency.
  private mutating func giveBack(_ parcel: Parcel, from place: Int, _ reason: Reason, on date: LocalDate) {
    let sent = time(on: date, minutes: 480...660)
    scan(parcel.item, .returned, at: place, sent, reason: reason)
    guard let back = travel(parcel.item, from: place, to: parcel.origin, leaving: sent) else { return }
    plan(
      Scan(
        item: parcel.item, milestone: .delivered, office: province.places[parcel.origin].code, recipient: .sender),
      at: parcel.origin, handOverTime(on: LocalDate(back)))
  }

  private static let failures = Odds<Reason>([
    (.addresseeAbsent, 60), (.addressWrong, 8), (.addresseeMoved, 7), (.identityNotShown, 6), (.addresseeUnknown, 5),
    (.pickupAsked, 5), (.refused, 4), (.paymentMissing, 3), (.other, 2),
  ])
}
