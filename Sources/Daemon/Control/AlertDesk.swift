import Dossiers
import Store

/// Acknowledges and silences alerts, as operators ask.
struct AlertDesk: Sendable {
  let store: any DossierStore
  let longestSilence: Span
  let login: String

  func acknowledge(_ alert: Int64, at now: Instant) async throws(StoreError) -> ControlReply {
    switch try await store.acknowledge(alert, step: nil, by: login, at: now) {
    case .held(let until):
      done("alert \(alert) is yours; it is not told again, nor climbs, before \(until.rfc3339)")
    case .alreadyHeld(let person, let until):
      refused("alert \(alert) was acknowledged by \(person) already, until \(until.rfc3339)")
    case .boundReached:
      refused("alert \(alert) was held back for as long as may be; it has to be dealt with")
    case .notStanding:
      refused("no alert \(alert) stands; see dossierctl alerts")
    }
  }

  func silence(
    _ matchers: [Matcher], _ reason: String, from begins: Instant, until ends: Instant, at now: Instant
  ) async throws(StoreError) -> ControlReply {
    guard !matchers.isEmpty else { return refused("expected at least one condition, such as agency=X99.101") }
    guard ends > max(begins, now) else {
      return refused("expected an end after its beginning and after now, found \(ends.rfc3339)")
    }
    guard ends.since(max(begins, now)) <= longestSilence else {
      return refused(
        "expected a silence of at most \(longestSilence.seconds / 86_400) days ('longest-silence'), found one until \(ends.rfc3339)"
      )
    }
    let silence = try await store.silence(
      matchers, by: login, reason: reason, from: begins, until: ends, at: now)
    return ControlReply(
      isDone: true, message: "silence \(silence.id) holds until \(ends.rfc3339)", told: ["\(silence.id)"])
  }

  func expireSilence(_ id: Int64, at now: Instant) async throws(StoreError) -> ControlReply {
    try await store.expireSilence(id, at: now)
      ? done("silence \(id) has ended; what it held back is told now")
      : refused("no silence \(id) holds; see dossierctl silence list")
  }

  private func done(_ message: String) -> ControlReply { ControlReply(isDone: true, message: message) }

  private func refused(_ message: String) -> ControlReply { ControlReply(isDone: false, message: message) }
}
