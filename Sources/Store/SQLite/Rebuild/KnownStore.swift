import Dossiers
import GRDB

/// What a kept database would hold had nothing been recorded after an instant: its log up to then, folded anew by the
/// rules recorded by then, in a database of its own that goes with it.
final class KnownStore: FigureSource {
  private let scratch: ScratchStore
  private let working: Working

  init(
    beside kept: String, archive: String?, knownBy instant: Instant, telling: Telling, progress: (Int) throws -> Void
  ) throws {
    scratch = try ScratchStore(of: kept, archive: archive, knownBy: instant)
    do {
      _ = try scratch.fold(telling: telling, progress: progress)
      working = try scratch.database.read { try Working($0, telling: telling) }
    } catch {
      try? scratch.remove()
      throw error
    }
  }

  deinit { try? scratch.remove() }

  func figures(
    of scopes: [FigureScope], from cursor: FigureCursor, limit: Int
  ) async throws(StoreError) -> FigurePortion {
    try await StoreError.wrapping { [working, database = scratch.database] in
      try await database.read { try FigureWalk.portion(of: scopes, after: cursor, limit: limit, working, $0) }
    }
  }
}
