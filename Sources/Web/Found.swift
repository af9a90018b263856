import Dossiers
import Store

/// What was found of something, and where more of it is found.
struct Found<Value> {
  let value: Value
  let store: any DossierStore
  /// Whether it was moved to the archive.
  let isArchived: Bool
}

extension WebSource {
  /// What tells of what happened at `start` and later: the store, or store and archive as one where that reaches back.
  func figureSource(from start: Instant) async throws -> any FigureSource {
    guard let state = try await store.archiveState(), start <= state.until else { return store }
    guard let whole = await archive() else {
      throw StoreError.archiveMissing(path: state.path, dossiers: state.dossiers, until: state.until)
    }
    return whole
  }
}

extension Site {
  /// What `ask` finds in the store or, where that has nothing of it, in the archive.
  func find<Value>(_ ask: (any DossierStore) async throws -> Value?) async throws -> Found<Value>? {
    if let value = try await ask(store) { return Found(value: value, store: store, isArchived: false) }
    guard let whole = await source.archive(), let value = try await ask(whole) else { return nil }
    return Found(value: value, store: whole, isArchived: true)
  }
}
