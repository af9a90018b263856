import Dossiers
import Store

@testable import Web

/// A desk that takes the token `right-N` for the right to acknowledge alert N at its first step, and `late` for one that
/// was good until New Year.
struct TrialDesk: WebDesk {
  let store: any DossierStore

  func right(of token: String, at now: Instant) throws(LinkRefusal) -> AcknowledgeRight {
    if token == "late" { throw .expired(Instant(seconds: 1_767_200_400)) }
    guard token.hasPrefix("right-"), let number = Int64(token.dropFirst(6)) else { throw .notOurs }
    return AcknowledgeRight(alert: number, step: 0, person: "lead/H18.101")
  }

  func acknowledge(_ alert: Int64, step: Int?, by person: String, at now: Instant) async throws(StoreError)
    -> Acknowledgement
  {
    try await store.acknowledge(alert, step: step, by: person, at: now)
  }

  func replay(_ parked: Int64, by person: String, at now: Instant) async throws(StoreError) -> ParkedOutcome {
    try await store.parked(.one(parked)).isEmpty ? .absent : .refused("<b>it is still no event</b>")
  }

  func discard(_ parked: Int64, by person: String, at now: Instant) async throws(StoreError) -> Bool {
    try await store.discardParked(parked)
  }
}
