import Dossiers
import Store

/// One notice in a webhook's body.
struct WebhookAlert: Encodable {
  private let notice: Notice
  private let acknowledge: String?
  private let now: Instant

  init(_ notice: Notice, acknowledge: String?, now: Instant) {
    self.notice = notice
    self.acknowledge = acknowledge
    self.now = now
  }

  private enum Key: CodingKey { case number, what, reason, step, since, behind, acknowledge }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(notice.alert, forKey: .number)
    try fields.encode(notice.what, forKey: .what)
    try fields.encode(notice.reason, forKey: .reason)
    try fields.encode(notice.step, forKey: .step)
    try fields.encode(notice.since.rfc3339, forKey: .since)
    try fields.encodeIfPresent(acknowledge, forKey: .acknowledge)
    if !notice.behind.isEmpty {
      try fields.encode(notice.behind.map { WebhookSubject($0, now: now) }, forKey: .behind)
    }
    if let subject = notice.subject {
      // A mail server's refusal is about an address, which is left out; only a device is told.
      try WebhookSubject(subject, device: notice.what == .sequenceGap ? subject.matter : nil, now: now)
        .encode(to: encoder)
    }
  }
}
