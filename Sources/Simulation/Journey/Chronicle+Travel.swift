import Dossiers

extension Chronicle {
  /// Carries an item from office to office, and tells when it lies ready at the last one; nil where it is lost.
  mutating func travel(_ item: ItemID, from origin: Int, to target: Int, leaving: Instant) -> Instant? {
    let route = route(from: origin, to: target, on: LocalDate(leaving))
    let ready = time(on: workday(route.days, after: LocalDate(leaving)), minutes: 375...465)
    let last = route.stops.count - 1
    let lostBefore = dice.chance(faults.lostItems) ? dice.within(1...max(1, last)) : nil
    let damagedAt = dice.chance(faults.damagedItems) ? dice.within(1...max(1, last)) : nil
    guard last > 0 else { return ready }

    let left =
      leaving.secondOfDay < 58_000
      ? time(on: LocalDate(leaving), minutes: 990...1050) : later(leaving, minutes: 10...40)
    scan(item, .departed, at: origin, left)
    let leg = Int(ready.since(left).seconds) / last
    for stop in 1...last {
      let place = route.stops[stop]
      if stop == lostBefore {
        let declared = time(on: workday(dice.within(5...10), after: LocalDate(ready)), minutes: 540...960)
        scan(item, .lost, at: province.centre, declared)
        return nil
      }
      let arrived = stop == last ? ready : left.advanced(by: .seconds(Int64(leg * stop - dice.within(0...leg / 8))))
      let isScanned = stop == last || !dice.chance(faults.unscannedHubs)
      if isScanned { scan(item, stop == route.stray ? .misrouted : .arrived, at: place, arrived) }
      if stop == damagedAt { scan(item, .damaged, at: place, later(arrived, minutes: 1...10)) }
      if stop == last { break }
      var departed = arrived.advanced(by: .seconds(Int64(dice.within(leg / 8...leg / 3))))
      if stop == route.blocked {
        scan(item, .held, at: place, departed, reason: .forceMajeure)
        departed = max(departed, ready.advanced(by: .minutes(-240)))
      }
      if isScanned { scan(item, .departed, at: place, later(departed, minutes: 1...5)) }
    }
    return ready
  }

  /// The offices that an item passes this time, and the working days it takes.
  private struct Route {
    var stops: [Int]
    var days: Int
    /// The stop that it should not have come to.
    var stray: Int?
    /// The stop before a road that is cut.
    var blocked: Int?
  }

  private mutating func route(from origin: Int, to target: Int, on date: LocalDate) -> Route {
    var route = Route(stops: province.way(from: origin, to: target), days: province.days(from: origin, to: target))
    if dice.chance(faults.breaches / 2) { route.days += dice.within(1...4) }
    guard route.stops.count > 1 else { return route }
    if dice.chance(faults.misroutedItems) {
      let stray = dice.index(below: province.places.count)
      if !route.stops.contains(stray) {
        route.stray = route.stops.count - 1
        route.stops.insert(stray, at: route.stops.count - 1)
        route.days += 1
      }
    }
    // Rains cut the roads into the mountains, and the mail waits at the hub before them.
    let isMountainRoad = province.places[origin].isInMountains || province.places[target].isInMountains
    if route.stops.count > 2, isMountainRoad, dice.chance(rainyMonths.contains(date.components.month) ? 0.03 : 0.0005) {
      route.blocked = route.stops.count - 2
      route.days += dice.within(1...4)
    }
    return route
  }
}
