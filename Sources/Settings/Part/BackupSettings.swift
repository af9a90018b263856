public import Dossiers
import Foundation

/// Where backups lie, and how long.
public struct BackupSettings: Sendable, Hashable {
  /// The folder; `backups` beside the store where nothing else is said.
  public let folder: String
  /// How many are kept at most.
  public let keepCount: Int
  /// After how many days one is removed; the newest never is.
  public let keepDays: Int
  /// After how many hours without a backup `/readyz` warns; 0 for never.
  public let warnHours: Int

  init(_ section: Section, folder: String, store: StoreSettings) {
    let beside = URL(fileURLWithPath: store.path).deletingLastPathComponent().appending(path: "backups").path
    self.folder = section.path("folder", in: folder)?.text ?? beside
    keepCount = section["keep-count"]?.integer(1...10_000) ?? 14
    keepDays = section["keep-days"]?.integer(1...3650) ?? 60
    warnHours = section["warn-hours"]?.integer(0...8760) ?? 49
  }

  /// Whether the last backup, nil where there is none, was made too long before `now`.
  public func isOverdue(_ last: Instant?, at now: Instant) -> Bool {
    guard warnHours > 0 else { return false }
    return last.map { now.since($0) > .hours(Int64(warnHours)) } ?? true
  }
}
