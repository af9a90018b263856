import Dossiers

/// What is drawn: areas coloured by how they stand against their target, each made of the surroundings of its places.
struct ProvinceMap: Sendable {
  /// What is coloured as one.
  struct Area: Sendable {
    let key: String
    /// Its name in Vietnamese.
    let name: String
    let count: AdoptionCount
  }

  /// A point of an area.
  struct Place: Sendable {
    /// The key of its area.
    let area: String
    /// Degrees north.
    let latitude: Double
    /// Degrees east.
    let longitude: Double
  }

  /// What keeps its identifiers apart from those of another map on the page.
  let name: String
  let title: Phrase
  let areas: [Area]
  let places: [Place]
}

extension ProvinceMap {
  /// The districts, until June 2025 a level of government and since then routing areas, each as the communes of today
  /// that lay in it: the procedures of the district's agency and of its communes.
  init(districtsOf adoption: Adoption, communes: [MappedCommune], registry: Registry) {
    let counts = Dictionary(adoption.byDistrict().map { ($0.district, $0.count) }) { first, _ in first }
    let codes = Set(communes.compactMap(\.district)).sorted()
    self.init(
      name: "districts",
      title: Phrase(
        "Thủ tục qua bưu chính theo địa bàn huyện, ngày \(adoption.day.vietnamese)",
        "Procedures by post, by district, on \(adoption.day)"),
      areas: codes.map { code in
        Area(key: code, name: registry.districts[code]?.name ?? code, count: counts[code] ?? AdoptionCount())
      },
      places: communes.compactMap { commune in
        commune.district.map { Place(area: $0, latitude: commune.latitude, longitude: commune.longitude) }
      })
  }

  /// The communes of today: on a day before July 2025 each with the procedures of all communes that went into it.
  init(communesOf adoption: Adoption, communes: [MappedCommune], registry: Registry) {
    let counts = adoption.byCommune(communes, in: registry)
    self.init(
      name: "communes",
      title: Phrase(
        "Thủ tục qua bưu chính theo xã, phường hiện nay, ngày \(adoption.day.vietnamese)",
        "Procedures by post, by commune of today, on \(adoption.day)"),
      areas: communes.map { commune in
        Area(
          key: commune.code, name: commune.name, count: commune.agency.flatMap { counts[$0] } ?? AdoptionCount())
      },
      places: communes.map { Place(area: $0.code, latitude: $0.latitude, longitude: $0.longitude) })
  }
}
