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
    let agency = Closure.Place.agency(shipment.posting.agency)
    return closures.filter { closure in
      closure.places.contains { place in
        if case .pair(let one, let other) = place {
          (ends[0].contains(one) && ends[1].contains(other)) || (ends[0].contains(other) && ends[1].contains(one))
        } else {
          place == agency || ends[0].contains(place) || ends[1].contains(place)
        }
      }
    }.map(\.pause)
  }

  /// The closures of an agency or of its district.
  func closures(of agency: AgencyCode, at instant: Instant) -> [CausedPause] {
    guard !closures.isEmpty else { return [] }
    let district = rules.registries.inForce(at: instant) { $0.agencies[agency]?.district }
    return closures.filter { closure in
      closure.places.contains { $0 == .agency(agency) || district.map(Closure.Place.district) == $0 }
    }.map(\.pause)
  }
}

extension Closure {
  fileprivate var pause: CausedPause { CausedPause(.closure(reason), from: from, until: until) }
}
