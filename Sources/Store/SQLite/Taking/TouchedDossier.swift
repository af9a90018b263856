import Dossiers

/// A dossier at hand, and what the transaction under way does to it.
struct TouchedDossier {
  let key: Int64
  /// The keys of the items that carry its papers, ascending.
  var items: [Int64]
  var evidence: DossierCase
  /// Its row as it was read; nil while there is none.
  let stored: StoredDossier?
  var row: OwnerRow
  /// Whether its state must be worked out anew: its evidence is another one, or it is time.
  var mustSettle = false
  /// What is due is raised, and not only brought in line.
  var raises = false

  /// Puts `shipments` in the place of all that was known of `item`.
  mutating func replace(_ item: ItemID, _ key: Int64, with shipments: [CarriedShipment]) {
    evidence.replace(item, with: shipments)
    mustSettle = true
    let place = items.firstIndex { $0 >= key } ?? items.count
    let isKnown = place < items.count && items[place] == key
    if shipments.isEmpty, isKnown { items.remove(at: place) }
    if !shipments.isEmpty, !isKnown { items.insert(key, at: place) }
  }
}
