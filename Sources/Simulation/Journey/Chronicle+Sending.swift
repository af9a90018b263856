import Dossiers

extension Chronicle {
  /// Sends an envelope to an agency, or to the citizen where `bureau` is nil, and tells when it is handed over there,
  /// if it ever is.
  mutating func send(_ parcel: Parcel, to bureau: Int?, at time: Instant) -> Instant? {
    guard time < end else { return nil }
    accept(parcel, at: time)
    if dice.chance(0.001) {
      plan(
        Scan(item: parcel.item, milestone: .cancelled, office: province.places[parcel.origin].code),
        at: parcel.origin, later(time, minutes: 15...90))
      return nil
    }
    guard let arrived = travel(parcel.item, from: parcel.origin, to: parcel.target, leaving: time) else { return nil }
    return bureau.map { lodge(parcel, with: $0, on: LocalDate(arrived)) } ?? deliver(parcel, on: LocalDate(arrived))
  }

  /// The acceptance, seldom with a wrong destination that is corrected afterwards, or forgotten.
  private mutating func accept(_ parcel: Parcel, at time: Instant) {
    func acceptance(of posting: Posting) -> Scan {
      Scan(
        item: parcel.item, milestone: .accepted, office: province.places[parcel.origin].code, posting: posting)
    }
    let right = acceptance(of: parcel.posting)
    if dice.chance(faults.unscannedAcceptances) {
      plan(right, at: parcel.origin, time, slip: .unscanned)
    } else if dice.chance(faults.voidings / 2) {
      let elsewhere = province.places[dice.index(below: province.places.count)].code
      let posting = Posting(
        carries: parcel.posting.carries, agency: parcel.posting.agency, destination: elsewhere,
        dossiers: parcel.posting.dossiers, slip: parcel.posting.slip)
      plan(acceptance(of: posting), at: parcel.origin, time, slip: .misstated(.scanned(right)))
    } else {
      plan(right, at: parcel.origin, time)
    }
  }

  /// Hands an envelope over to an agency on `date`, or on the next working day where the agency is closed.
  private mutating func lodge(_ parcel: Parcel, with bureau: Int, on date: LocalDate) -> Instant {
    var date = date
    if dice.chance(0.01) {
      scan(parcel.item, .outForDelivery, at: parcel.target, time(on: date, minutes: 480...530))
      scan(
        parcel.item, .attempted, at: parcel.target, time(on: date, minutes: 540...680), reason: .officeClosed)
      date = workday(1, after: date)
    }
    scan(parcel.item, .outForDelivery, at: parcel.target, time(on: date, minutes: 480...530))
    let delivered = open(bureau, handOverTime(on: date))
    scan(parcel.item, .delivered, at: parcel.target, delivered)
    return delivered
  }

  /// A scan as a hub makes it: item, milestone, office.
  mutating func scan(
    _ item: ItemID, _ milestone: Milestone, at place: Int, _ time: Instant, reason: Reason? = nil,
    slip: Occurrence.Slip = .none
  ) {
    plan(
      Scan(item: item, milestone: milestone, office: province.places[place].code, reason: reason), at: place, time,
      slip: slip)
  }

  /// When the postman rings: mostly before noon.
  mutating func handOverTime(on date: LocalDate) -> Instant {
    dice.chance(0.6) ? time(on: date, minutes: 570...690) : time(on: date, minutes: 815...1000)
  }
}
