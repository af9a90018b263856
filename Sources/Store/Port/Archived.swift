public import Dossiers

/// What was moved from the store to its archive in one portion.
public struct ArchivedPortion: Sendable, Hashable, Codable {
  /// How many dossiers.
  public var dossiers: Int
  /// How many events of them.
  public var events: Int
  /// Where to go on; nil at the end.
  public var next: Int64?

  /// A portion of these parts.
  public init(dossiers: Int, events: Int, next: Int64?) {
    self.dossiers = dossiers
    self.events = events
    self.next = next
  }
}

/// What was ever moved from the store to its archive.
public struct ArchiveState: Sendable, Hashable {
  /// How many dossiers.
  public let dossiers: Int
  /// How many events of them.
  public let events: Int
  /// The latest event among them: what happened later stands in the store.
  public let until: Instant
  /// Where the archive should lie.
  public let path: String
  /// Whether what is read of the store is read of the archive with it.
  public let isRead: Bool
}

extension DossierStore {
  /// Makes sure that what was moved to the archive is read where it counts: for what happened at `start` and later.
  /// - Throws: `StoreError.archiveMissing` where it is not.
  public func demandArchive(from start: Instant) async throws(StoreError) {
    guard let state = try await archiveState(), !state.isRead, start <= state.until else { return }
    throw .archiveMissing(path: state.path, dossiers: state.dossiers, until: state.until)
  }
}
