import Dossiers
import Store

/// The life of an alert as a program reads it.
struct HistoryAnswer: Encodable {
  private struct Change: Encodable {
    let at: String
    let what: String
    let cause: String
    let source: String?
    let id: String?
  }

  private struct Told: Encodable {
    let at: String
    let what: String
    let reason: String
    let step: Int
    let receiver: String
    let address: String
    let outcome: String
    let messageID: String

    private enum CodingKeys: String, CodingKey {
      case at, what, reason, step, receiver, address, outcome, messageID = "message_id"
    }
  }

  private struct Waiting: Encodable {
    let what: String
    let reason: String
    let receiver: String
    let notBefore: String
    let silence: Int64?

    private enum CodingKeys: String, CodingKey {
      case what, reason, receiver, notBefore = "not_before", silence
    }
  }

  private let alert: Int64
  private let kind: String
  private let state: String
  private let clock: ClockKind?
  private let item: ItemID?
  private let changes: [Change]
  private let told: [Told]
  private let waiting: [Waiting]

  init(_ history: AlertHistory) {
    alert = history.id
    kind = history.alert.kind
    state = history.alert.state
    clock = history.alert.subject?.clock
    item = history.alert.subject?.item
    changes = history.changes.map {
      Change(
        at: $0.at.rfc3339, what: $0.what, cause: $0.cause, source: $0.event?.source.text, id: $0.event?.id)
    }
    told = history.told.map {
      Told(
        at: $0.at.rfc3339, what: $0.what.rawValue, reason: $0.reason.rawValue, step: $0.step,
        receiver: $0.receiver.text, address: $0.address, outcome: $0.outcome, messageID: $0.messageID)
    }
    waiting = history.waiting.map {
      Waiting(
        what: $0.what.rawValue, reason: $0.reason.rawValue, receiver: $0.receiver.text,
        notBefore: $0.notBefore.rfc3339, silence: $0.silence)
    }
  }
}
