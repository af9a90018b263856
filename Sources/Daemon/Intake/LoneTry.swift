import Dossiers
import Store

/// Takes a message in a transaction of its own, which is noted on disk before it is tried: should it end the process,
/// the next run knows which message did.
struct LoneTry {
  /// How many such tries may end the process. The first could have been ended by something else, as by `kill -9`.
  static let patience = 2

  let store: any DossierStore

  /// Takes what `read` gives, or parks the message where reading and taking it have ended the process before.
  func take(
    _ message: Message, recorded: Instant, parked: Int64? = nil, read: () -> Arrival
  ) async throws(StoreError) -> Taken {
    let endings = try await store.beginTry(of: message.body)
    let arrival =
      endings < LoneTry.patience
      ? read()
      : Arrival(
        .refused(Refusal(.crashed, "it ended the process \(endings) times when it was tried alone; report it")),
        message: message, parked: parked)
    let taken = try await store.take([arrival], recorded: recorded)
    try await store.endTry(of: message.body)
    return taken
  }
}
