extension DeadlinePlanner {
  /// The deadlines of a dossier's own clocks; none of the agency's time where the procedure is not known.
  public func deadlines(of state: DossierState) -> [Deadline] {
    deadlines(of: state, on: DeadlinePlanner.clocksOfDossier)
  }

  /// The deadlines that `clocks` alone set.
  func deadlines(of state: DossierState, on clocks: [ClockKind]) -> [Deadline] {
    guard let agency = state.agency, !state.life.isEmpty else { return [] }
    var deadlines: [Deadline] = []
    for clock in clocks where !neverWatches(clock) {
      let runs = ClockWalk.runs(of: clock, opened: .distantPast, in: state.life, planner: self)
      for run in runs where !run.watched.rule.isOptional || run.end?.isMet ?? false {
        let keeper = keeper(of: agency, run)
        guard let (term, law) = term(clock, of: state, run, at: keeper) else { continue }
        deadlines.append(
          deadline(
            clock, round: run.round, run, term: term, law: law, closures: closures(of: agency, run), agency: keeper))
      }
    }
    return deadlines
  }

  private static let clocksOfDossier = ClockKind.allCases.filter { !$0.isOfShipment }

  private func term(
    _ clock: ClockKind, of state: DossierState, _ run: ClockRun, at keeper: AgencyCode
  ) -> (term: Term, law: String?)? {
    let rule = run.watched.rule.term
    var procedure: Procedure?
    if clock == .process {
      procedure = state.procedure.flatMap { code in
        rules.registries.inForce(at: run.started, holding: { $0.procedures[code] })
      }
      // The time of a procedure is none where nobody knows the procedure, not even in a trial.
      if procedure == nil { return nil }
    }
    if let override = rule.override { return (.allowance(override), nil) }
    if !rule.exceptions.isEmpty {
      let procedures = [state.procedure].compactMap(\.self)
      let fitting = rule.exceptions.first {
        $0.fits(procedures: procedures, agency: keeper, papers: nil, route: nil)
      }
      if let fitting { return (.allowance(fitting.term), fitting.law) }
    }
    if rule.untilGivenDate, let date = run.start.date { return (.until(date), nil) }
    if let usual = rule.usual { return (.allowance(usual), nil) }
    return procedure.map { (.allowance($0.term), $0.law) }
  }
}
