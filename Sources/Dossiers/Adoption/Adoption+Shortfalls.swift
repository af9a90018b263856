/// What one agency lacks to reach its target.
public struct Shortfall: Sendable, Hashable {
  /// The agency.
  public let agency: AgencyCode
  /// Its count.
  public let count: AdoptionCount
  /// What it might serve next, what has come furthest first.
  public let open: [Offer]
}

extension Adoption {
  /// The agencies in `scope` that are below their target, those that lack most first.
  ///
  /// Their lacks together may be more than what their level lacks: one agency's surplus makes up for another's lack.
  public func shortfalls(_ scope: AdoptionScope = AdoptionScope()) -> [Shortfall] {
    let open = Dictionary(
      grouping: offers.filter { $0.standing != .served && $0.standing != .unsuitable }, by: \.agency)
    return byAgency(scope).filter { ($0.count.missing ?? 0) > 0 }
      .map { agency, count in
        Shortfall(
          agency: agency, count: count,
          open: (open[agency] ?? []).sorted { ($0.standing, $0.procedure) < ($1.standing, $1.procedure) })
      }
      .sorted { ($1.count.missing ?? 0, $1.open.count, $0.agency) < ($0.count.missing ?? 0, $0.open.count, $1.agency) }
  }
}
