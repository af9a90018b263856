import Dossiers

/// Whose deadlines: an item's or a dossier's.
struct Owner: Hashable {
  let ofItem: Bool
  let key: Int64
}

/// A deadline as planned, with the agency whose lead is told of it.
struct PlannedDeadline {
  let deadline: Deadline
  let agency: AgencyCode?
}
