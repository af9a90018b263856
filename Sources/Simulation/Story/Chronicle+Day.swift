import Dossiers

extension Chronicle {
  /// Begins the stories of a day, and has its devices report.
  mutating func begin(_ date: LocalDate, shipments: Int) {
    let isWorkingDay = calendar.isWorkingDay(date)
    codes.forget(before: date.adding(-120))
    agencies = agencies(on: date)
    for _ in 0..<volume(shipments, on: date, isWorkingDay: isWorkingDay) {
      guard let bureau = agencies?.draw(&dice) else { break }
      let home = home(near: bureau, on: date)
      // Ten results are sent for each dossier that is sent in; one of the ten answers it.
      if dice.chance(0.1) {
        collect(from: home, for: bureau, on: date)
      } else {
        sendResult(of: bureau, to: home, on: date)
      }
    }
    report(on: date)
  }

  /// The post office of a citizen: anywhere for an agency of the province, mostly in its district for one of a
  /// district or commune.
  private mutating func home(near bureau: Int, on date: LocalDate) -> Int {
    let agency = province.bureaus[bureau]
    let isLocal = agency.level == .district || agency.level == .commune
    let hub = province.places[agency.office].hub
    if isLocal, dice.chance(0.8), let around = province.neighbours[hub] {
      let place = around[dice.index(below: around.count)]
      return isOpen(place, on: date) ? place : hub
    }
    return (calendar.isWorkingDay(date) ? province.posting : province.postingOnDayOff).draw(&dice)
  }

  /// Saturdays bring an eighth of a working day's shipments, Sundays and holidays next to none.
  private mutating func volume(_ shipments: Int, on date: LocalDate, isWorkingDay: Bool) -> Int {
    let share = isWorkingDay ? 0.85 + 0.3 * dice.fraction() : date.weekday == 5 ? 0.12 : 0.02
    return Int(Double(max(shipments, 0)) * share + dice.fraction())
  }

  /// Agencies that exist on `date`, each level with its share of the work.
  private func agencies(on date: LocalDate) -> Odds<Int>? {
    let existing = province.bureaus.indices.filter { province.bureaus[$0].exists(on: date) }
    let sizes = existing.reduce(into: [Agency.Level: Double]()) { $0[province.bureaus[$1].level, default: 0] += 1 }
    return Odds(
      existing.map { bureau in
        let level = province.bureaus[bureau].level
        let share: Double =
          switch level {
          case .department: 40
          case .central: 15
          case .district: 20
          case .commune: 25
          }
        return (bureau, share / (sizes[level] ?? 1))
      })
  }

  /// Signs of life of every scanner of an open office, and the office's list at the end of the day.
  private mutating func report(on date: LocalDate) {
    for index in province.places.indices where isOpen(index, on: date) {
      let scanners = province.places[index].scanners
      for hour in [7, 10, 13, 16] {
        for scanner in scanners {
          plan(.alive, by: scanner, at: time(on: date, minutes: hour * 60...hour * 60 + 10))
        }
      }
      plan(.tally, by: scanners.lowerBound, at: time(on: date, minutes: 1140...1170))
    }
  }
}
