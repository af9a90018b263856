import Dossiers
import Store

/// A day's digest in a webhook's body.
struct WebhookDigest: Encodable {
  private let since: String
  private let until: String
  private let overdue: [Line]
  private let dueSoon: [Line]
  private let delivered: [Delivery]

  init(_ digest: Digest, now: Instant) {
    since = digest.since.rfc3339
    until = digest.until.rfc3339
    overdue = digest.overdue.map { Line(line: $0, now: now) }
    dueSoon = digest.dueSoon.map { Line(line: $0, now: now) }
    delivered = digest.delivered.map {
      Delivery(time: $0.time.rfc3339, item: $0.item.text, dossiers: $0.dossiers.map(\.text))
    }
  }

  private struct Line: Encodable {
    let line: AlertLine
    let now: Instant

    private enum Key: CodingKey { case number, what, since }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(line.id, forKey: .number)
      try fields.encode(line.kind, forKey: .what)
      try fields.encode(line.since.rfc3339, forKey: .since)
      try line.subject.map { WebhookSubject($0, now: now) }?.encode(to: encoder)
    }
  }

  private struct Delivery: Encodable {
    let time: String
    let item: String
    let dossiers: [String]
  }
}
