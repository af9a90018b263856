extension DeadlinePlanner {
  /// The agency that had the dossiers of `agency` when `run` began: a deadline keeps it, like the rules of its start.
  func keeper(of agency: AgencyCode, _ run: ClockRun) -> AgencyCode {
    registry(judgingAt: run.end?.at, knowing: agency).agency(inPlaceOf: agency, on: LocalDate(run.started))
  }

  /// The registry that says who took over from whom: the one last recorded before the end, or the latest while there is
  /// none.
  func registry(judgingAt end: Instant?, knowing agency: AgencyCode) -> Registry {
    end.map { rules.registry(at: $0, knowing: agency) } ?? rules.registries.latest
  }
}
