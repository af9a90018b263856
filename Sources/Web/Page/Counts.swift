import Dossiers
import Store

/// What all have together, counted seldom: a count goes over every dossier, and takes its turn with intake.
actor Counts {
  private let store: any DossierStore
  private var last: (counts: StoreCounts, at: Instant)?

  private static let pause = Span.seconds(30)

  init(store: any DossierStore) {
    self.store = store
  }

  /// The counts of now, or of half a minute ago.
  func value(at now: Instant) async throws(StoreError) -> StoreCounts {
    if let last, now.since(last.at) < Counts.pause, now >= last.at { return last.counts }
    let counts = try await store.counts()
    last = (counts, now)
    return counts
  }
}
