/// Items of one dossier with the same papers, posted at one office on one day: one posting, delivered when all are.
struct PostingGroup {
  let carries: Papers
  let items: [CarriedShipment]

  /// When it was posted.
  var accepted: Instant { items.lazy.map(\.accepted).min() ?? .distantFuture }

  /// When the last of its items was handed over; nil while one is not.
  var delivered: Instant? {
    let times = items.compactMap { $0.end?.kind == .delivered ? $0.end?.at : nil }
    return times.count == items.count ? times.max() : nil
  }

  /// Whether one of its items came back to the sender.
  var isBack: Bool { items.contains { $0.end?.kind == .returned } }

  /// The postings of `papers` among `carried`, by time; withdrawn items do not count.
  static func groups(of papers: [Papers], in carried: [CarriedShipment]) -> [PostingGroup] {
    let isMeant = { (shipment: CarriedShipment) in
      papers.contains(shipment.carries) && shipment.end?.kind != .cancelled
    }
    guard let first = carried.firstIndex(where: isMeant) else { return [] }
    // Nearly every dossier has one shipment of a kind.
    if !carried[(first + 1)...].contains(where: isMeant) {
      return [PostingGroup(carries: carried[first].carries, items: [carried[first]])]
    }
    struct Key: Hashable {
      let carries: Papers
      let office: OfficeCode
      let day: LocalDate
    }
    var order: [Key] = []
    var items: [Key: [CarriedShipment]] = [:]
    for shipment in carried where isMeant(shipment) {
      let key = Key(carries: shipment.carries, office: shipment.office, day: LocalDate(shipment.accepted))
      if items[key] == nil { order.append(key) }
      items[key, default: []].append(shipment)
    }
    return order.map { PostingGroup(carries: $0.carries, items: items[$0] ?? []) }
  }
}
