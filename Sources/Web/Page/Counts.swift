import Store

/// What all have together, counted seldom: a count goes over every dossier, and takes its turn with intake.
///
/// It is kept fifty times as long as the counting took, so that however many ask, intake loses no more than a fiftieth of
/// its time; those who ask while it counts wait for the one count.
actor Counts {
  private typealias Counting = Task<Result<StoreCounts, StoreError>, Never>

  private let store: any DossierStore
  private var last: (counts: StoreCounts, until: ContinuousClock.Instant)?
  private var counting: Counting?

  private static let rest = 50

  init(store: any DossierStore) {
    self.store = store
  }

  /// The counts of now, or of a little while ago.
  func value() async throws(StoreError) -> StoreCounts {
    if let last, ContinuousClock.now < last.until { return last.counts }
    let task = counting ?? Counting { await count() }
    counting = task
    return try await task.value.get()
  }

  private func count() async -> Result<StoreCounts, StoreError> {
    defer { counting = nil }
    let began = ContinuousClock.now
    do throws(StoreError) {
      let counts = try await store.counts()
      let ended = ContinuousClock.now
      last = (counts, ended + (ended - began) * Counts.rest)
      return .success(counts)
    } catch {
      return .failure(error)
    }
  }
}
