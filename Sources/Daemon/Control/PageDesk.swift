import Dossiers
import Logging
import Store
import Web

/// Does what somebody at the pages asks.
struct PageDesk: WebDesk {
  let store: any DossierStore
  let reader: Shared<Reader>
  let key: AcknowledgeKey?
  let bell: Bell
  let logger: Logger

  func right(of token: String, at now: Instant) throws(LinkRefusal) -> AcknowledgeRight {
    try PageDesk.right(of: token, key: key, at: now)
  }

  static func right(
    of token: String, key: AcknowledgeKey?, at now: Instant
  ) throws(LinkRefusal) -> AcknowledgeRight {
    guard let key else { throw .notOurs }
    do throws(AcknowledgeLink.Refusal) {
      let link = try AcknowledgeLink(token: token, key: key, now: now)
      return AcknowledgeRight(alert: link.alert, step: link.step, person: link.receiver.text)
    } catch {
      switch error {
      case .malformed, .forged: throw .notOurs
      case .expired(let instant): throw .expired(instant)
      }
    }
  }

  func acknowledge(_ alert: Int64, step: Int?, by person: String, at now: Instant) async throws(StoreError)
    -> Acknowledgement
  {
    let outcome = try await store.acknowledge(alert, step: step, by: person, at: now)
    told("acknowledge \(alert)", by: person)
    return outcome
  }

  func replay(_ parked: Int64, by person: String, at now: Instant) async throws(StoreError) -> ParkedOutcome {
    let outcome = try await ParkedDesk(store: store, reader: reader.value).tryAgain(parked, at: now)
    told("parked replay \(parked)", by: person)
    return outcome
  }

  func discard(_ parked: Int64, by person: String, at now: Instant) async throws(StoreError) -> Bool {
    let isDone = try await store.discardParked(parked)
    told("parked discard \(parked)", by: person)
    return isDone
  }

  private func told(_ request: String, by person: String) {
    logger.notice("asked at the pages", metadata: ["request": "\(request)", "person": "\(person)"])
    bell.ring()
  }
}
