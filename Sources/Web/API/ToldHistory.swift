import Dossiers
public import Store

/// Who was told what of a dossier's alerts, when and why, as a program reads it.
public struct ToldHistory: Encodable {
  let dossier: DossierCode
  let alerts: [Life]

  init(_ dossier: DossierCode, _ histories: [AlertHistory], withAddresses: Bool) {
    self.dossier = dossier
    alerts = histories.map { Life($0, withAddresses: withAddresses) }
  }

  /// The life of one alert.
  public struct Life: Encodable {
    let alert: Int64
    let kind: String
    let state: String
    let clock: ClockKind?
    let item: ItemID?
    let changes: [Change]
    let told: [Told]
    let waiting: [Waiting]

    /// That of `history`; the addresses that it was told to are left out for those who may not see them.
    public init(_ history: AlertHistory, withAddresses: Bool) {
      alert = history.id
      kind = history.alert.kind
      state = history.alert.state
      clock = history.alert.subject?.clock
      item = history.alert.subject?.item
      changes = history.changes.map(Change.init)
      told = history.told.map { Told($0, withAddress: withAddresses) }
      waiting = history.waiting.map(Waiting.init)
    }
  }

  /// How an alert changed, and the event behind it.
  struct Change: Encodable {
    let at: String
    let what: String
    let cause: String
    let source: String?
    let id: String?

    init(_ change: AlertHistory.Change) {
      at = change.at.rfc3339
      what = change.what
      cause = change.cause
      source = change.event?.source.text
      id = change.event?.id
    }
  }

  /// What one receiver was told.
  struct Told: Encodable {
    let at: String
    let what: Notice.What
    let reason: Notice.Reason
    let step: Int
    let receiver: String
    let address: String?
    let outcome: String
    let messageID: String

    init(_ told: AlertHistory.Telling, withAddress: Bool) {
      at = told.at.rfc3339
      what = told.what
      reason = told.reason
      step = told.step
      receiver = told.receiver.text
      address = withAddress ? told.address : nil
      outcome = told.outcome
      messageID = told.messageID
    }

    private enum CodingKeys: String, CodingKey {
      case at, what, reason, step, receiver, address, outcome
      case messageID = "message_id"
    }
  }

  /// What waits to be told.
  struct Waiting: Encodable {
    let what: Notice.What
    let reason: Notice.Reason
    let receiver: String
    let notBefore: String
    let silence: Int64?

    init(_ waiting: AlertHistory.Waiting) {
      what = waiting.what
      reason = waiting.reason
      receiver = waiting.receiver.text
      notBefore = waiting.notBefore.rfc3339
      silence = waiting.silence
    }

    private enum CodingKeys: String, CodingKey {
      case what, reason, receiver, silence
      case notBefore = "not_before"
    }
  }
}
