/// Somebody who looks at the pages, and for what.
public struct Viewer: Sendable, Hashable {
  /// What somebody is there for.
  public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
    /// Leads an agency, and sees its matters.
    case lead
    /// Works for the post, and sees items and offices.
    case post
    /// Inspects, and sees all.
    case inspector
    /// Sees all, and acts.
    case administrator
  }

  /// The name by which somebody is known here.
  public let name: String
  /// What for.
  public let role: Role
  /// The agency that a lead leads; nil for everybody else.
  public let agency: AgencyCode?

  /// Somebody of this name and role.
  public init(name: String, role: Role, agency: AgencyCode? = nil) {
    self.name = name
    self.role = role
    self.agency = agency
  }
}

/// A part of what there is to see.
public enum Area: String, Sendable, Hashable, CaseIterable {
  /// What needs someone today.
  case overview
  /// The alerts.
  case alerts
  /// One dossier with its story.
  case dossiers
  /// One item with its scans.
  case items
  /// The agencies.
  case agencies
  /// The procedures.
  case procedures
  /// The post offices.
  case offices
  /// The parked messages.
  case parked
  /// What share of the procedures the post serves.
  case adoption
  /// How good the service is.
  case figures
  /// The report for inspectors.
  case report
}

extension Viewer.Role {
  /// What may be seen of it at all; of a lead's areas only what concerns the agency, of the post's figures only its own.
  public var areas: Set<Area> {
    switch self {
    case .lead: [.overview, .alerts, .dossiers, .items, .agencies, .procedures, .adoption, .figures]
    case .post: [.overview, .alerts, .items, .offices, .figures]
    case .inspector, .administrator: Set(Area.allCases)
    }
  }

  /// Whether it may say that an alert is in hand.
  public var mayAcknowledge: Bool { self == .lead || self == .administrator }

  /// Whether it may decide on parked messages.
  public var mayDecide: Bool { self == .administrator }
}

extension Viewer {
  /// Whether matters of the agency `origin` may be seen: a lead sees those of the own agency, of those that it took over
  /// from, and of the one that took over from it.
  public func sees(_ origin: AgencyCode?, in registry: Registry) -> Bool {
    guard role == .lead else { return true }
    guard let agency, let origin else { return false }
    return registry.agency(agency, standsFor: origin) || registry.agency(origin, standsFor: agency)
  }

  /// The agencies whose matters alone may be seen; nil where all may.
  public func agencies(in registry: Registry) -> Set<AgencyCode>? {
    guard role == .lead else { return nil }
    return Set(registry.agencies.keys.filter { sees($0, in: registry) })
  }
}
