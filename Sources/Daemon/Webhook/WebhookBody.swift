import Dossiers
import Foundation
import Mail
import Store

/// What a webhook is told of a pending mail: the JSON that `config/contract/webhook.schema.json` describes.
///
/// It holds codes and instants alone: no person's name, no address, and no words for people, which are the receiver's.
struct WebhookBody: Encodable {
  private let version = 1
  private let id: String
  private let receiver: String
  private let group: String
  private let sentAt: String
  private let alerts: [WebhookAlert]
  private let digest: WebhookDigest?

  private init(_ pending: PendingMail, id: WebhookID, links: AcknowledgeLinks, now: Instant) {
    self.id = id.text
    receiver = pending.receiver.text
    group = pending.group
    sentAt = now.rfc3339
    alerts = pending.notices.map { notice in
      WebhookAlert(
        notice, acknowledge: links.link(for: notice, receiver: pending.receiver, now: now), now: now)
    }
    digest = pending.digest.map { WebhookDigest($0, now: now) }
  }

  /// The message by which `pending` is told at `now`, links to acknowledge included where there are any.
  /// - Throws: `WebhookError.message` where it cannot be written as JSON.
  static func message(
    of pending: PendingMail, links: AcknowledgeLinks, now: Instant
  ) throws(WebhookError) -> WebhookMessage {
    let id = id(of: pending)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      let body = try encoder.encode(WebhookBody(pending, id: id, links: links, now: now))
      return WebhookMessage(id: id, sentSeconds: now.seconds, body: Array(body))
    } catch {
      throw .message(reason: "\(error)")
    }
  }

  /// The same for the same content, however often it is tried; not the same for what another daemon, or this one's
  /// database before it was restored, has told by the same numbers.
  private static func id(of pending: PendingMail) -> WebhookID {
    let notices = pending.notices.flatMap { notice in
      ["\(notice.id) \(notice.alert) \(notice.what.rawValue) \(notice.since.microseconds)"]
        + (notice.subject?.dossiers.map(\.text) ?? []) + (notice.subject?.item.map { [$0.text] } ?? [])
    }
    let digest = pending.digest.map { ["\($0.since.microseconds) \($0.until.microseconds)"] } ?? []
    return WebhookID(stable: ["\(pending.id)", pending.receiver.text, pending.group] + notices + digest)
  }
}
