/// Where a dossier stands, by the names that outsiders see.
public enum DossierStage: String, Sendable, Hashable, CaseIterable, Codable {
  /// On its way to the agency.
  case collecting
  /// With the agency.
  case processing
  /// Waiting for the citizen's papers.
  case supplementing
  /// Decided, not yet posted.
  case decided
  /// The result is on its way to the citizen.
  case sending
  /// The citizen has the result.
  case done
  /// The result could not be delivered and is back.
  case backAtAgency = "back-at-agency"
  /// The citizen gave up.
  case givenUp = "given-up"
}
