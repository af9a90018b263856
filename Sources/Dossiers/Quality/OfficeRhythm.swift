/// What one post office scanned on each day of a period, and what its hand-over lists say.
struct OfficeRhythm: Sendable, Hashable {
  /// The scans of a day that stand.
  struct DayCounts: Sendable, Hashable {
    var scans = 0
    var accepted = 0
    var delivered = 0

    mutating func merge(_ other: DayCounts) {
      scans += other.scans
      accepted += other.accepted
      delivered += other.delivered
    }
  }

  /// A hand-over list with its place in the story, so that the last one of a day counts.
  struct HeardTally: Sendable, Hashable {
    let order: EventOrder
    let tally: Tally
  }

  var days: [LocalDate: DayCounts] = [:]
  var tallies: [LocalDate: HeardTally] = [:]

  mutating func add(_ scan: Scan, on date: LocalDate) {
    days[date, default: DayCounts()].merge(
      DayCounts(
        scans: 1, accepted: scan.milestone == .accepted ? 1 : 0, delivered: scan.milestone == .delivered ? 1 : 0))
  }

  mutating func add(_ heard: HeardTally) {
    guard let known = tallies[heard.tally.date], known.order >= heard.order else {
      tallies[heard.tally.date] = heard
      return
    }
  }

  mutating func merge(_ other: OfficeRhythm) {
    for (date, counts) in other.days { days[date, default: DayCounts()].merge(counts) }
    for heard in other.tallies.values { add(heard) }
  }

  /// The working days without a scan, and the most of them in a row.
  func silence(on workingDays: [LocalDate]) -> (days: Int, longest: Int) {
    var (days, longest, run) = (0, 0, 0)
    for day in workingDays {
      run = self.days[day] == nil ? run + 1 : 0
      if run > 0 { days += 1 }
      longest = max(longest, run)
    }
    return (days, longest)
  }

  /// How the lists of the days that `counts` compare with the scans.
  func listed(where counts: (LocalDate) -> Bool) -> Listed {
    var listed = Listed()
    for (date, heard) in tallies where counts(date) {
      let scanned = days[date] ?? DayCounts()
      let tally = heard.tally
      listed.days += 1
      listed.accepted += tally.accepted
      listed.delivered += tally.delivered
      listed.unscannedAcceptances += max(tally.accepted - scanned.accepted, 0)
      listed.unscannedDeliveries += max(tally.delivered - scanned.delivered, 0)
      if tally.accepted != scanned.accepted || tally.delivered != scanned.delivered { listed.differingDays += 1 }
    }
    return listed
  }

  /// Hand-over lists against scans.
  struct Listed: Sendable, Hashable {
    var days = 0
    var differingDays = 0
    var accepted = 0
    var delivered = 0
    var unscannedAcceptances = 0
    var unscannedDeliveries = 0

    mutating func merge(_ other: Listed) {
      days += other.days
      differingDays += other.differingDays
      accepted += other.accepted
      delivered += other.delivered
      unscannedAcceptances += other.unscannedAcceptances
      unscannedDeliveries += other.unscannedDeliveries
    }
  }
}
