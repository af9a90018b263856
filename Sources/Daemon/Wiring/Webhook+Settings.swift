import Dossiers
import Mail
import Settings

extension WebhookEndpoint {
  /// The endpoint of the settings.
  /// - Throws: `WebhookError` where the address or the secret cannot stand.
  init(_ settings: Webhook) throws(WebhookError) {
    self.init(
      url: try WebhookURL(settings.url), secrets: try WebhookSecrets(settings.secret.revealed),
      caFile: settings.caFile)
  }
}

extension AcknowledgeLinks {
  /// The links of the settings, signed with a key that is made beside the database where none is named.
  /// - Throws: `KeyFile.Failure` where that key can neither be read nor made.
  init(_ settings: Settings) throws(KeyFile.Failure) {
    guard let url = settings.acknowledging.publicURL, let key = try AcknowledgeKey(settings) else {
      self = .none
      return
    }
    self.init(publicURL: url, key: key, validity: settings.routing.acknowledgement.linkValid)
  }
}
