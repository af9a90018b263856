import Dossiers

/// Whose deadlines: an item's or a dossier's.
struct Owner: Hashable {
  let ofItem: Bool
  let key: Int64
}

/// A deadline as planned, with the place of its shipment among those of the item.
struct PlannedDeadline {
  let deadline: Deadline
  let shipment: Int
}
