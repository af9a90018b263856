import Dossiers
import Store
import Web

/// Decides on parked messages, as operators ask.
struct ParkedDesk: Sendable {
  let store: any DossierStore
  let reader: Reader

  func replay(_ id: Int64, at now: Instant) async throws(StoreError) -> ControlReply {
    switch try await tryAgain(id, at: now) {
    case .absent: absent(id)
    case .refused(let why):
      ControlReply(isDone: false, message: "parked message \(id) still cannot be taken: \(why)")
    case .taken: ControlReply(isDone: true, message: "parked message \(id) was taken")
    case .duplicate:
      ControlReply(isDone: true, message: "parked message \(id) says what was heard already; it was thrown away")
    }
  }

  /// Tries a parked message again.
  func tryAgain(_ id: Int64, at now: Instant) async throws(StoreError) -> ParkedOutcome {
    guard let parked = try await store.parked(.one(id)).first else { return .absent }
    let arrival = reader.read(parked.message, recorded: now, parked: id)
    if case .refused(let refusal) = arrival.reading { return .refused("\(refusal)") }
    let taken = try await store.take([arrival], recorded: now)
    if taken.committed == 1 { return .taken }
    return taken.duplicates == 1 ? .duplicate : .refused("it was parked again")
  }

  func discard(_ id: Int64) async throws(StoreError) -> ControlReply {
    try await store.discardParked(id)
      ? ControlReply(isDone: true, message: "parked message \(id) was thrown away") : absent(id)
  }

  private func absent(_ id: Int64) -> ControlReply {
    ControlReply(isDone: false, message: "there is no parked message \(id); see dossierctl parked list")
  }
}
