extension ItemHistory {
  /// What the dossier `code` needs to know of the shipments that carry it.
  public func carried(for code: DossierCode) -> [CarriedShipment] {
    shipments.compactMap { $0.carried(for: code) }
  }
}

extension ItemHistory {
  /// Whether it was ever declared lost or damaged.
  public var hasMishaps: Bool { shipments.indices.contains { !shipments[$0].mishaps.isEmpty } }

  /// Whether the dossiers that it carries need to know just what they would from `other`.
  public func carriesSame(as other: ItemHistory) -> Bool {
    shipments.count == other.shipments.count
      && zip(shipments, other.shipments).allSatisfy { one, two in
        one.posting == two.posting && one.named == two.named && one.acceptance == two.acceptance
          && one.accepted == two.accepted && one.office == two.office && one.end == two.end
      }
  }
}

extension Shipment {
  /// What the dossier `code` needs to know of this shipment; nil where it does not carry it.
  func carried(for code: DossierCode) -> CarriedShipment? {
    if let reference = posting.dossiers.first(where: { $0.code == code }) {
      return carried(procedure: reference.procedure, promised: reference.promised)
    }
    return named.first { $0.reference == code }.map { carried(procedure: $0.procedure, promised: $0.promised) }
  }
}
