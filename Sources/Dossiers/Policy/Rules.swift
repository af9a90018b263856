/// Calendar, policy and registry with all their recorded versions: the past is not judged by today's rules.
public struct Rules: Sendable {
  /// The calendars.
  public var calendars: Versions<WorkingCalendar>
  /// The policies.
  public var policies: Versions<Policy>
  /// The registries.
  public var registries: Versions<Registry>

  /// Rules that begin with these.
  public init(calendar: WorkingCalendar, policy: Policy, registry: Registry) {
    calendars = Versions(calendar)
    policies = Versions(policy)
    registries = Versions(registry)
  }

  /// What a scan on the way changes by itself, whether a round of the way was running before it or not.
  func effects(ofMoving wasOnItsWay: Bool) -> Effects {
    if let policy = policies.only {
      return policy.watchesMoves ? policy.movesDefer && wasOnItsWay ? .deferral : .clocks : []
    }
    return policies.contains(where: \.watchesMoves) ? .clocks : []
  }
}
