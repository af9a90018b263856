extension DeadlinePlanner {
  /// What became of the leg of a shipment, to be judged by its own clock; none where that is not watched or the way is
  /// not in the registry. `dateTold` is when the citizen first knew the appointment.
  public func outcomes(of shipment: Shipment, dateTold: Instant? = nil) -> [Outcome] {
    let (from, to) = (shipment.office, shipment.destination)
    let part = shipment.leg == .collection ? Outcome.Part.collection : .return
    return deadlines(of: shipment, dateTold: dateTold, on: [part.clock]).map { deadline in
      outcome(
        part, deadline, agency: shipment.posting.agency, offices: [from, to],
        route: rules.registries.inForce(at: shipment.accepted) { $0.routeClass(from: from, to: to) },
        district: district(of: shipment))
    }
  }

  /// What became of the runs of the agency's time; a run that began again after a supplement ended without being judged.
  public func outcomes(of state: DossierState) -> [Outcome] {
    guard let origin = state.agency else { return [] }
    return deadlines(of: state, on: [Outcome.Part.processing.clock]).map { deadline in
      let agency = deadline.basis?.agency ?? origin
      return outcome(
        .processing, deadline, agency: agency, offices: [], route: nil,
        district: rules.registries.inForce(at: deadline.started) { $0.agencies[agency]?.district })
    }
  }

  /// The district of the citizen's post office.
  func district(of shipment: Shipment) -> String? {
    let office = shipment.leg == .collection ? shipment.office : shipment.destination
    return rules.registries.inForce(at: shipment.accepted) { $0.offices[office]?.district }
  }

  private func outcome(
    _ part: Outcome.Part, _ deadline: Deadline, agency: AgencyCode, offices: [OfficeCode], route: RouteClass?,
    district: String?
  ) -> Outcome {
    let done = deadline.met
    return Outcome(
      part: part, agency: agency, offices: offices, route: route, district: district, started: deadline.started,
      end: deadline.end, dueDate: deadline.dueDate, missedFrom: deadline.missedFrom,
      delay: done.map { deadline.delay(at: $0) } ?? .zero,
      lateWorkingDays: done.map { workingDaysLate(deadline, at: $0) } ?? 0)
  }

  private func workingDaysLate(_ deadline: Deadline, at done: Instant) -> Int {
    guard deadline.isMissed(at: done), let due = deadline.dueDate.due else { return 0 }
    let lastDay = deadline.dueDate.lastDay ?? LocalDate(due)
    return max(calendar(judging: deadline).workingDays(from: lastDay.adding(1), until: LocalDate(done).adding(1)), 0)
  }
}

extension Outcome.Part {
  /// The clock by which it is judged.
  fileprivate var clock: ClockKind {
    switch self {
    case .collection: .collect
    case .processing: .process
    case .return: .return
    }
  }
}
