/// A commune of today where a map draws it.
public struct MappedCommune: Sendable, Hashable {
  /// Its GSO code.
  public let code: String
  /// Its name in Vietnamese.
  public let name: String
  /// Degrees north.
  public let latitude: Double
  /// Degrees east.
  public let longitude: Double
  /// The GSO code of the district that most of it lay in, where known.
  public let district: String?
  /// Its People's Committee, where known.
  public let agency: AgencyCode?

  /// A commune of these parts.
  public init(
    code: String, name: String, latitude: Double, longitude: Double, district: String?, agency: AgencyCode?
  ) {
    self.code = code
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
    self.district = district
    self.agency = agency
  }
}

extension Adoption {
  /// The count for each commune of today, by its agency: that of its own procedures or, before the merger, of those of
  /// all agencies of which it is the successor.
  public func byCommune(_ communes: [MappedCommune], in registry: Registry) -> [AgencyCode: AdoptionCount] {
    let today = communes.compactMap(\.agency)
    var groups: [AgencyCode: [Offer]] = [:]
    for offer in offers where offer.level == .commune {
      if let commune = today.first(where: { registry.agency($0, standsFor: offer.agency) }) {
        groups[commune, default: []].append(offer)
      }
    }
    return groups.mapValues { AdoptionCount($0, measures) }
  }
}
