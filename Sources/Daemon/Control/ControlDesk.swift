import Dossiers
import Store

/// Carries out what operators ask, in the running daemon or, while none runs, in the command itself.
struct ControlDesk: Sendable {
  let store: any DossierStore
  let reader: Reader
  /// Who asks, as the kernel knows it.
  let login: String

  func handle(_ request: ControlRequest, at now: Instant) async throws(StoreError) -> ControlReply {
    switch request {
    case .replayParked(let number): return try await replay(number, at: now)
    case .discardParked(let number):
      return try await store.discardParked(number)
        ? ControlReply(isDone: true, message: "parked message \(number) was thrown away") : absent(number)
    case .tell, .void, .endClosure:
      guard let voice = OperatorVoice(login: login, at: now) else {
        return ControlReply(isDone: false, message: "'\(login)' cannot be the source of an event")
      }
      return try await OperatorDesk(store: store, reader: reader, voice: voice).handle(request, at: now)
    }
  }

  private func replay(_ id: Int64, at now: Instant) async throws(StoreError) -> ControlReply {
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

  private func absent(_ id: Int64) -> ControlReply {
    ControlReply(isDone: false, message: "there is no parked message \(id); see dossierctl parked list")
  }
}
