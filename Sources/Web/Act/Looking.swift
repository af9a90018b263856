import Dossiers
import Hummingbird
import Store

extension Site {
  /// Keeps that whoever looks saw these dossiers; where nobody has a name there is nobody to keep.
  func noteLook(at dossiers: [DossierCode], _ request: Request, _ context: WebContext) async throws {
    guard let viewer = context.visit.viewer, context.visit.proof != .open else { return }
    try await looks.note(
      dossiers.map { dossier in
        Look(
          dossier: dossier, at: now(), viewer: viewer.name, role: viewer.role, address: context.visit.address,
          path: request.uri.path)
      })
  }
}
