import Dossiers

/// The registry, prepared for the simulation: its parts in a fixed order, known by their place in it.
struct Province: Sendable {
  /// Post offices by code.
  let places: [Place]
  /// Agencies by code.
  let bureaus: [Bureau]
  /// All that tells events: scanners and desks.
  let devices: [Device]
  /// The office through which all roads lead.
  let centre: Int
  /// The offices around each hub.
  let neighbours: [Int: [Int]]
  /// Where people post.
  let posting: Odds<Int>
  /// Where people post when most offices are closed.
  let postingOnDayOff: Odds<Int>

  /// Where a scanner stands.
  struct Place: Sendable {
    let code: OfficeCode
    let district: String
    /// The office of its district where the mail is sorted.
    let hub: Int
    /// Working days that the mail usually takes from the centre.
    let daysAway: Int
    /// Scanners at the office.
    let scanners: Range<Int>

    /// Whether roads and links there fail more often.
    var isInMountains: Bool { daysAway > 1 }
  }

  /// Who decides.
  struct Bureau: Sendable {
    let code: AgencyCode
    let level: Agency.Level
    /// The post office that serves it.
    let office: Int
    /// The desk that tells what becomes of a dossier; most communes have none.
    let desk: Int?
    let since: LocalDate?
    let until: LocalDate?
    /// The agency that takes over.
    let successor: Int?

    func exists(on date: LocalDate) -> Bool {
      (since.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }
  }

  /// Something that tells events.
  struct Device: Sendable {
    let source: EventSource
    let routingKey: String
    /// The office of a scanner.
    let office: Int?
    /// Seconds that its clock is ahead.
    let skew: Int64
  }

  /// A province of what the registry knows; `dice` decide whose clock is off.
  init(_ registry: Registry, skewedClocks: Double, dice: inout Dice) throws(SimulationError) {
    let offices = registry.offices.sorted { $0.key < $1.key }
    guard !offices.isEmpty else { throw .registryWithout("post office") }
    var devices: [Device] = []
    func add(_ text: String, key: String, office: Int?) {
      guard let source = EventSource(text) else { return }
      let skew = dice.chance(skewedClocks) ? Int64(dice.within(-120...120)) : 0
      devices.append(Device(source: source, routingKey: key, office: office, skew: skew))
    }

    let hubs = Province.hubs(of: registry, among: offices)
    let centre = hubs.values.min() ?? 0
    var places: [Place] = []
    for (index, (code, office)) in offices.enumerated() {
      let hub = hubs[office.district] ?? centre
      let first = devices.count
      for scanner in 1...(index == centre ? 6 : index == hub ? 3 : 1) {
        add("/postoffices/\(code)/scanners/s\(scanner)", key: "postoffice.\(code)", office: index)
      }
      places.append(
        Place(
          code: code, district: office.district, hub: hub,
          daysAway: (registry.districts[office.district]?.mailDays ?? 1) + (office.isRemote ? 1 : 0),
          scanners: first..<devices.count))
    }

    let seats = Seats(offices: offices, hubs: hubs, centre: centre)
    var bureaus: [Bureau] = []
    let agencies = registry.agencies.sorted { $0.key < $1.key }
    let numbers = Dictionary(uniqueKeysWithValues: agencies.enumerated().map { ($0.element.key, $0.offset) })
    for (number, (code, agency)) in agencies.enumerated() {
      // One commune in five is given a desk.
      let hasDesk = agency.level != .commune || number % 5 == 0
      let desk = devices.count
      if hasDesk { add("/agencies/\(code)/desks/d1", key: "agency.\(code)", office: nil) }
      bureaus.append(
        Bureau(
          code: code, level: agency.level, office: seats.office(of: agency, number: number),
          desk: hasDesk ? desk : nil, since: agency.since, until: agency.until,
          successor: agency.successor.flatMap { numbers[$0] }))
    }
    guard !bureaus.isEmpty else { throw .registryWithout("agency") }

    let weights = places.indices.map { place -> (value: Int, weight: Double) in
      (place, place == centre ? 30 : place == places[place].hub ? 8 : places[place].isInMountains ? 1 : 2)
    }
    let open = weights.filter { $0.value == places[$0.value].hub }
    guard let posting = Odds(weights), let postingOnDayOff = Odds(open.isEmpty ? weights : open) else {
      throw .registryWithout("post office")
    }
    self.places = places
    self.bureaus = bureaus
    self.devices = devices
    self.centre = centre
    neighbours = Dictionary(grouping: places.indices) { places[$0].hub }
    self.posting = posting
    self.postingOnDayOff = postingOnDayOff
  }

  /// The sorting office of each district: the one named as the district is, or else the one with the lowest code.
  private static func hubs(
    of registry: Registry, among offices: [(key: OfficeCode, value: PostOffice)]
  ) -> [String: Int] {
    var hubs: [String: Int] = [:]
    for (index, (_, office)) in offices.enumerated() {
      let district = registry.districts[office.district].map { Seats.bare($0.name) }
      if hubs[office.district] == nil || Seats.bare(office.name) == district { hubs[office.district] = index }
    }
    return hubs
  }
}
