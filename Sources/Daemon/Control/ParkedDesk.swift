import Dossiers
import Store

/// Decides on parked messages, as operators ask.
struct ParkedDesk: Sendable {
  let store: any DossierStore
  let reader: Reader

  func replay(_ id: Int64, at now: Instant) async throws(StoreError) -> ControlReply {
    guard let parked = try await store.parked(.one(id)).first else { return absent(id) }
    let arrival = reader.read(parked.message, recorded: now, parked: id)
    if case .refused(let refusal) = arrival.reading {
      return ControlReply(isDone: false, message: "parked message \(id) still cannot be taken: \(refusal)")
    }
    let taken = try await store.take([arrival], recorded: now)
    if taken.committed == 1 { return ControlReply(isDone: true, message: "parked message \(id) was taken") }
    return taken.duplicates == 1
      ? ControlReply(isDone: true, message: "parked message \(id) says what was heard already; it was thrown away")
      : ControlReply(isDone: false, message: "parked message \(id) was parked again; see dossierctl parked list")
  }

  func discard(_ id: Int64) async throws(StoreError) -> ControlReply {
    try await store.discardParked(id)
      ? ControlReply(isDone: true, message: "parked message \(id) was thrown away") : absent(id)
  }

  private func absent(_ id: Int64) -> ControlReply {
    ControlReply(isDone: false, message: "there is no parked message \(id); see dossierctl parked list")
  }
}
