public import Dossiers

/// That somebody looked at a dossier.
public struct Look: Sendable, Hashable {
  /// The dossier.
  public let dossier: DossierCode
  /// When.
  public let at: Instant
  /// Who, by name.
  public let viewer: String
  /// In which role.
  public let role: Viewer.Role
  /// From which address; empty where it is not known.
  public let address: String
  /// What was looked at: the path of the page.
  public let path: String

  /// A look of these parts.
  public init(dossier: DossierCode, at: Instant, viewer: String, role: Viewer.Role, address: String, path: String) {
    self.dossier = dossier
    self.at = at
    self.viewer = viewer
    self.role = role
    self.address = address
    self.path = path
  }
}
