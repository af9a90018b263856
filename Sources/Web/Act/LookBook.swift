import Dossiers
import Store

/// Keeps who looked at which dossier before it is shown: looks that come together are written together, and no more than
/// ten times a second, so that intake is not held up.
actor LookBook {
  private typealias Writing = Task<Result<Void, StoreError>, Never>

  private let store: any DossierStore
  private var waiting: [Look] = []
  /// The writing that will take what waits.
  private var next: Writing?
  private var last: Writing?
  private var ended = ContinuousClock.now - LookBook.pause

  private static let pause = Duration.milliseconds(100)

  init(store: any DossierStore) {
    self.store = store
  }

  /// Keeps `looks`; returns once they are kept.
  /// - Throws: `StoreError` where they cannot be: then nothing may be shown.
  func note(_ looks: [Look]) async throws(StoreError) {
    guard !looks.isEmpty else { return }
    waiting += looks
    let writing = next ?? after(last)
    next = writing
    last = writing
    try await writing.value.get()
  }

  /// A writing that begins once `before` is over and a pause has passed; it ends by itself.
  private func after(_ before: Writing?) -> Writing {
    Task {
      _ = await before?.value
      let rest = LookBook.pause - (ContinuousClock.now - ended)
      if rest > .zero { try? await Task.sleep(for: rest) }
      return await write()
    }
  }

  private func write() async -> Result<Void, StoreError> {
    next = nil
    let looks = waiting
    waiting = []
    defer { ended = .now }
    do throws(StoreError) {
      try await store.note(looks)
      return .success(())
    } catch {
      return .failure(error)
    }
  }
}
