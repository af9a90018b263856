extension DeadlinePlanner {
  /// The closures that keep a shipment from its way: of either office, their districts, the agency, or the pair.
  func closures(of shipment: Shipment) -> [CausedPause] {
    guard !closures.isEmpty else { return [] }
    let ends = [shipment.office, shipment.destination].map { office -> Set<Closure.Place> in
      var places: Set<Closure.Place> = [.office(office)]
      let district = rules.registries.inForce(at: shipment.accepted) { $0.offices[office]?.district }
      if let district { places.insert(.district(district)) }
      return places
    }
    let agency = shipment.posting.agency
    let keepers = registry(judgingAt: shipment.end?.at, knowing: agency).keepers(of: agency)
    return closures.compactMap { closure in
      let isOnTheWay = closure.places.contains { place in
        if case .pair(let one, let other) = place {
          (ends[0].contains(one) && ends[1].contains(other)) || (ends[0].contains(other) && ends[1].contains(one))
        } else {
          ends[0].contains(place) || ends[1].contains(place)
        }
      }
      return isOnTheWay ? closure.pause(since: nil) : closure.pause(of: keepers) { $0 == .agency($1) }
    }
  }

  /// The closures of an agency or of its district; once another has taken its dossiers over, also of that one.
  func closures(of agency: AgencyCode, _ run: ClockRun) -> [CausedPause] {
    guard !closures.isEmpty else { return [] }
    let keepers = registry(judgingAt: run.end?.at, knowing: agency).keepers(of: agency)
    return closures.compactMap { closure in
      closure.pause(of: keepers) { place, keeper in
        let district = rules.registries.inForce(at: run.started) { $0.agencies[keeper]?.district }
        return place == .agency(keeper) || district.map(Closure.Place.district) == place
      }
    }
  }
}

extension Closure {
  /// The pause for the first of `keepers` that it concerns, from the day on which that one has the dossiers.
  fileprivate func pause(
    of keepers: [(agency: AgencyCode, since: LocalDate?)], concerns: (Place, AgencyCode) -> Bool
  ) -> CausedPause? {
    let concerned = keepers.first { keeper in places.contains { concerns($0, keeper.agency) } }
    return concerned.flatMap { pause(since: $0.since?.start) }
  }

  /// The part of it from `since` on; nil where it was over by then.
  fileprivate func pause(since: Instant?) -> CausedPause? {
    let start = max(from, since ?? from)
    if start > from, let until, until <= start { return nil }
    return CausedPause(.closure(reason), from: start, until: until)
  }
}
