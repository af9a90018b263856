import Dossiers

/// Days on which a deputy is written to in somebody's place.
struct Absence: Sendable, Hashable {
  /// The first day.
  let from: LocalDate
  /// The last day.
  let until: LocalDate
  /// Who is written to.
  let name: String
  /// Their mail address.
  let address: String

  /// Whether `day` is one of them.
  func covers(_ day: LocalDate) -> Bool { from <= day && day <= until }
}
