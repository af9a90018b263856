import Dossiers

/// Finds the post office that serves an agency.
struct Seats {
  private let byName: [String: Int]
  private let hubs: [String: Int]
  private let centre: Int

  init(offices: [(key: OfficeCode, value: PostOffice)], hubs: [String: Int], centre: Int) {
    byName = Dictionary(
      offices.enumerated().map { (Seats.bare($0.element.value.name), $0.offset) }, uniquingKeysWith: min)
    self.hubs = hubs
    self.centre = centre
  }

  /// A province's agency sits at the centre, a district's at its hub; a commune is served by the office of its name,
  /// or by a hub.
  func office(of agency: Agency, number: Int) -> Int {
    switch agency.level {
    case .department, .central:
      return centre
    case .district:
      return agency.district.flatMap { hubs[$0] } ?? byName[Seats.bare(agency.name)] ?? centre
    case .commune:
      if let office = byName[Seats.bare(agency.name)] { return office }
      if let hub = agency.district.flatMap({ hubs[$0] }) { return hub }
      let all = hubs.values.sorted()
      return all.isEmpty ? centre : all[number % all.count]
    }
  }

  /// A name of a place without the words that say what kind of place it is.
  static func bare(_ name: String) -> String {
    var name = name[...]
    var shorter = true
    while shorter {
      shorter = false
      for kind in ["UBND ", "Thành phố ", "Thị xã ", "Thị trấn ", "Huyện ", "Phường ", "Xã ", "TP ", "Tx "]
      where name.hasPrefix(kind) {
        name = name.dropFirst(kind.count)
        shorter = true
      }
    }
    return String(name)
  }
}
