extension DeadlinePlanner {
  /// The deadlines of a shipment: of its leg, of its stays and its way; none of a leg whose way is not in the registry.
  ///
  /// `dateTold` is when the citizen first knew the appointment, from the acceptance on: with the slip, the leg runs
  /// until then (Circular 17/2017/TT-BTTTT art. 7(2)(b)). Of the rounds of `move`, which every scan ends, only the one
  /// that runs and those that were missed or warned of are told, unless `withPast` asks for all: what was raised of one
  /// on missing evidence is taken back by the round as it was.
  public func deadlines(of shipment: Shipment, dateTold: Instant? = nil, withPast: Bool = false) -> [Deadline] {
    deadlines(of: shipment, dateTold: dateTold, withPast: withPast, on: shipment.leg.clocks)
  }

  /// The deadlines that `clocks` alone set.
  func deadlines(
    of shipment: Shipment, dateTold: Instant?, withPast: Bool = false, on clocks: [ClockKind]
  ) -> [Deadline] {
    let route = rules.registries.inForce(at: shipment.accepted) {
      $0.routeClass(from: shipment.office, to: shipment.destination)
    }
    let withSlip = shipment.posting.slip
    let life = shipment.life(
      dateTold: withSlip ? dateTold : nil, pausing: edition(at: shipment.accepted).pausingReasons)
    let closures = closures(of: shipment)
    var deadlines: [Deadline] = []
    for clock in clocks where !neverWatches(clock) {
      let runs = ClockWalk.runs(
        of: clock, withSlip: withSlip && clock == .collect, opened: shipment.accepted, in: life, planner: self)
      for run in runs where !run.watched.rule.isOptional || run.end?.isMet ?? false {
        guard let (term, law) = term(of: shipment, run, route: route) else { continue }
        // A leg is numbered by the use of the item, the others over all of them by the use and their place in it.
        let round = clock.isLeg ? shipment.round : (shipment.round - 1) * Shipment.roundsPerUse + run.round
        let deadline = deadline(
          clock, item: shipment.item, round: round, run, term: term, law: law, closures: closures, agency: nil)
        if clock == .move, !withPast, deadline.isPast { continue }
        deadlines.append(deadline)
      }
    }
    return deadlines
  }

  private func term(of shipment: Shipment, _ run: ClockRun, route: RouteClass?) -> (term: Term, law: String?)? {
    let rule = run.watched.rule.term
    // What the registry does not know has no way, and what has no way has no time.
    guard let route else { return nil }
    if let override = rule.override { return (.allowance(override), nil) }
    if !rule.exceptions.isEmpty {
      let procedures = shipment.posting.dossiers.map(\.procedure) + shipment.named.compactMap(\.procedure)
      let fitting = rule.exceptions.first {
        $0.fits(
          procedures: procedures, agency: keeper(of: shipment.posting.agency, run), papers: shipment.posting.carries,
          route: route)
      }
      if let fitting { return (.allowance(fitting.term), fitting.law) }
    }
    let slip = shipment.posting.slip && !rule.withSlip.isEmpty ? rule.withSlip[route] : nil
    return (slip ?? rule.plain[route] ?? rule.usual).map { (.allowance($0), nil) }
  }
}

extension Shipment {
  /// More rounds of one clock than one use of an item can have, so that rounds of several uses have numbers apart.
  static let roundsPerUse = 10_000
}

extension Leg {
  /// The clocks that run on a shipment of this leg.
  fileprivate var clocks: [ClockKind] { self == .collection ? Leg.collecting : Leg.returning }

  private static let collecting: [ClockKind] = [.collect, .move, .hold]
  private static let returning: [ClockKind] = [.return, .invite, .move, .hold]
}

extension ClockKind {
  /// Whether it runs once over the whole way.
  fileprivate var isLeg: Bool { self == .collect || self == .return }
}

extension Deadline {
  /// Whether it ended without having been missed or warned of.
  fileprivate var isPast: Bool {
    guard let end else { return false }
    return !isMissed(at: end.at) && warn.map { end.at < $0 } ?? true
  }
}

extension DeadlineEnd {
  /// Whether what was owed was done.
  var isMet: Bool {
    if case .met = self { true } else { false }
  }
}
