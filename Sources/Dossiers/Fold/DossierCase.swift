/// The evidence about one dossier: the shipments that carry its papers, and what the desks noted.
public struct DossierCase: Sendable, Hashable {
  /// The dossier.
  public let code: DossierCode
  /// The shipments, in the order of the story.
  public private(set) var carried: [CarriedShipment]
  /// The notes, in the order of the story.
  public private(set) var notes: [HeardNote]

  /// The evidence, put in order.
  public init(code: DossierCode, carried: [CarriedShipment] = [], notes: [HeardNote] = []) {
    self.code = code
    self.carried = carried.sorted { $0.order < $1.order }
    self.notes = notes.sorted { $0.order < $1.order }
  }

  /// Whether there is any evidence at all.
  public var isEmpty: Bool { carried.isEmpty && notes.isEmpty }

  /// Puts `shipments` in the place of all that was known of `item`.
  public mutating func replace(_ item: ItemID, with shipments: [CarriedShipment]) {
    // Nearly every dossier has one shipment at a time.
    if carried.count <= 1, shipments.count == 1, carried.first.map({ $0.item == item }) ?? true {
      carried = shipments
      return
    }
    carried.removeAll { $0.item == item }
    for shipment in shipments {
      carried.insert(shipment, at: carried.firstIndex { shipment.order < $0.order } ?? carried.count)
    }
  }

  /// Adds a note.
  public mutating func add(_ note: HeardNote) {
    notes.insert(note, at: notes.firstIndex { note.order < $0.order } ?? notes.count)
  }

  /// Takes back the note of this identity.
  public mutating func remove(_ identity: EventIdentity) {
    notes.removeAll { $0.identity == identity }
  }
}
