public import Dossiers
import GRDB
import Synchronization

extension SQLiteStore {
  /// The figures of each of `scopes` over the next rows, and where to go on.
  public func figures(
    of scopes: [FigureScope], from cursor: FigureCursor, limit: Int
  ) async throws(StoreError) -> FigurePortion {
    try await look { db, working in
      try FigureWalk.portion(of: scopes, after: cursor, limit: limit, working, db)
    }
  }

  /// The store as it was known at `instant`.
  public func known(
    by instant: Instant, progress: @Sendable @escaping (Int) throws -> Void
  ) async throws(StoreError) -> any FigureSource {
    let (path, telling) = (path, telling.withLock { $0 })
    let archive = readsArchive ? archivePath : nil
    return try await StoreError.wrapping {
      try KnownStore(beside: path, archive: archive, knownBy: instant, telling: telling, progress: progress)
    }
  }
}
