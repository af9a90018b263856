/// One who is told: an audience, of an agency where each has its own. People and addresses may change; this stays.
public struct ReceiverID: Sendable, Hashable, Codable {
  /// The role or name.
  public let audience: Audience
  /// The agency, for a role that each agency has.
  public let agency: AgencyCode?

  /// The receiver of this role; the operator stands in where an agency is needed and none is known.
  public init(_ audience: Audience, agency: AgencyCode? = nil) {
    let isComplete = !audience.isOfAgency || agency != nil
    self.audience = isComplete ? audience : .operator
    self.agency = audience.isOfAgency ? agency : nil
  }

  /// The receiver that `text` names, or nil.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.first, !name.isEmpty else { return nil }
    let agency = parts.count == 2 ? AgencyCode(parts[1]) : nil
    if parts.count == 2, agency == nil { return nil }
    self.init(Audience(rawValue: name), agency: agency)
  }

  /// As it is kept and shown: `lead/X99.101`, `operator`.
  public var text: String { agency.map { "\(audience.rawValue)/\($0.text)" } ?? audience.rawValue }
}

extension ReceiverID {
  /// Who has the receiver's part on `day`: for an agency that was merged its successor's.
  public func standing(on day: LocalDate, in registry: Registry) -> ReceiverID {
    ReceiverID(audience, agency: agency.map { registry.agency(inPlaceOf: $0, on: day) })
  }
}

extension ReceiverID: CustomStringConvertible {
  /// The same as `text`.
  public var description: String { text }
}
