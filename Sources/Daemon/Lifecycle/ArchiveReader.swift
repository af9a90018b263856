import Dossiers
import Logging
import Store
import Synchronization

/// Reads store and archive as one for the pages, on a connection of its own: intake waits for none of it.
final class ArchiveReader: Sendable {
  private let store: any DossierStore
  private let open: @Sendable () throws(StoreError) -> SQLiteStore
  private let logger: Logger
  private let opened = Mutex<SQLiteStore?>(nil)

  /// Opened where something was moved to the archive of `store`.
  init(
    _ store: any DossierStore, logger: Logger, open: @escaping @Sendable () throws(StoreError) -> SQLiteStore
  ) {
    self.store = store
    self.logger = logger
    self.open = open
  }

  /// Store and archive as one; nil where nothing was moved, or where the archive cannot be read.
  func whole() async -> (any DossierStore)? {
    do throws(StoreError) {
      guard try await store.archiveState() != nil else { return nil }
      if let reader = opened.withLock({ $0 }) { return reader }
      let reader = try open()
      try await reader.demandArchive(from: .distantPast)
      opened.withLock { $0 = reader }
      return reader
    } catch {
      logger.error("the archive can't be read; what was moved there is not found", metadata: ["error": "\(error)"])
      return nil
    }
  }
}
