import Dossiers
import Store

/// Carries out what operators ask, in the running daemon or, while none runs, in the command itself.
struct ControlDesk: Sendable {
  let store: any DossierStore
  let reader: Reader
  /// The longest silence that may be ordered.
  let longestSilence: Span
  /// Who asks, as the kernel knows it.
  let login: String

  func handle(_ request: ControlRequest, at now: Instant) async throws(StoreError) -> ControlReply {
    switch request {
    case .status:
      return ControlReply(isDone: false, message: "no daemon runs that could say how it is")
    case .replayParked(let number):
      return try await ParkedDesk(store: store, reader: reader).replay(number, at: now)
    case .discardParked(let number):
      return try await ParkedDesk(store: store, reader: reader).discard(number)
    case .tell(let body, let why):
      return try await told(at: now) { desk throws(StoreError) in try await desk.tell(body, why, at: now) }
    case .void(let source, let id, let reason, let why):
      return try await told(at: now) { desk throws(StoreError) in
        try await desk.void(source: source, id: id, for: reason, why, at: now)
      }
    case .endClosure(let source, let id, let until, let why):
      return try await told(at: now) { desk throws(StoreError) in
        try await desk.endClosure(source: source, id: id, until, why, at: now)
      }
    case .acknowledge(let alert):
      return try await alertDesk.acknowledge(alert, at: now)
    case .silence(let matchers, let reason, let begins, let ends):
      return try await alertDesk.silence(matchers, reason, from: begins, until: ends, at: now)
    case .expireSilence(let number):
      return try await alertDesk.expireSilence(number, at: now)
    case .importTotals(let totals):
      try await store.setTotals(totals, by: login, at: now)
      return ControlReply(isDone: true, message: "\(totals.count) totals are kept")
    case .beginReport(let first, let last, let receivers, let known, let again):
      guard let period = Period(from: first, to: last) else {
        return ControlReply(isDone: false, message: "expected days in order, found \(first) and \(last)")
      }
      try await store.beginReportMails(of: period, to: receivers, known: known, again: again, at: now)
      return ControlReply(isDone: true, message: "the report over \(period) is owed to whom it was not sent")
    case .reportMailed(let number, let outcome):
      try await store.settleReportMail(number, outcome, at: now)
      return ControlReply(isDone: true, message: "report mail \(number) is settled")
    case .archive(let before, let after, let limit):
      let portion = try await store.archive(before: before, after: after, limit: min(limit, 1_000), at: now)
      return ControlReply(
        isDone: true, message: "\(portion.dossiers) dossiers were moved to the archive", archived: portion)
    }
  }

  private var alertDesk: AlertDesk { AlertDesk(store: store, longestSilence: longestSilence, login: login) }

  /// Has something told in the operator's own name.
  private func told(
    at now: Instant, _ tell: (OperatorDesk) async throws(StoreError) -> ControlReply
  ) async throws(StoreError) -> ControlReply {
    guard let voice = OperatorVoice(login: login, at: now) else {
      return ControlReply(isDone: false, message: "'\(login)' cannot be the source of an event")
    }
    return try await tell(OperatorDesk(store: store, reader: reader, voice: voice))
  }
}
