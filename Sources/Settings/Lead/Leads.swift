public import Dossiers

/// Who is mailed for which agency.
public struct Leads: Sendable, Hashable {
  /// The lead of each agency that has one.
  public let byAgency: [AgencyCode: Lead]
  /// Who runs the daemon; mailed about the daemon itself, and for agencies without a lead.
  public let `operator`: Lead

  /// Who is mailed for `agency`, or the operator where nobody is named.
  public func lead(of agency: AgencyCode) -> Lead {
    byAgency[agency] ?? `operator`
  }

  /// Who is mailed for `agency` on `day`: its own lead while it exists, then that of the agency which took over.
  public func lead(of agency: AgencyCode, on day: LocalDate, in registry: Registry) -> Lead {
    lead(of: registry.agency(inPlaceOf: agency, on: day))
  }
}
