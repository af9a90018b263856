import Dossiers
import Mail
import Settings

/// The ways by which receivers are told, as the settings have them: mail, and webhooks.
struct Outlets: Sendable {
  let composer: Composer
  let links: AcknowledgeLinks
  let endpoints: [Audience: WebhookEndpoint]

  /// The webhook of a receiver that is told by one.
  func webhook(of receiver: ReceiverID) -> WebhookEndpoint? { endpoints[receiver.audience] }
}

extension Outlets {
  /// The ways out of the settings.
  /// - Throws: `MailError`, `WebhookError` or `KeyFile.Failure`, which say what cannot stand.
  init(_ settings: Settings) throws {
    links = try AcknowledgeLinks(settings)
    composer = try Composer(settings, links: links)
    endpoints = try settings.directory.webhooks.mapValues { try WebhookEndpoint($0) }
  }
}
