public import Dossiers
import Foundation
import GRDB

/// A folder of backups. When each was made is its name, in Vietnam's time: nothing else has to be kept or believed.
public struct BackupFolder: Sendable {
  /// Where it is.
  public let path: String

  private static let prefix = "dossierd-"
  private static let archivePrefix = "archive-"
  private static let suffix = ".sqlite"
  private static let upgrade = "-before-upgrade"
  private static let zone = "+07:00"

  /// The folder at `path`, which need not be there yet.
  public init(path: String) {
    self.path = path
  }

  /// The folder that goes with a store where the settings name no other: `backups` beside it.
  public init(besideStore store: String) {
    path = URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "backups").path
  }

  /// The backups, the newest first.
  public func backups() -> [BackupFile] {
    named(file)
  }

  /// The copies of the archive, the newest first.
  public func archives() -> [BackupFile] {
    named(archiveFile)
  }

  /// The oldest copy of the archive that holds all that had been moved to it by `until`; nil where there is none.
  public func archive(for until: ArchivedUntil) -> BackupFile? {
    archives().last { $0.made >= until.moved }
  }

  private func named(_ file: (String) -> BackupFile?) -> [BackupFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.compactMap(file).sorted { ($0.made, $0.path) > ($1.made, $1.path) }
  }

  /// When the newest backup was made; nil where there is none.
  public var last: Instant? { backups().first?.made }

  /// Copies the store as it is at one moment, checks the copy, and only then gives it its name.
  ///
  /// It may run beside the daemon. Killed, it leaves a file that is no backup by its name, and that the next one removes.
  /// - Throws: `StoreError.busy` where another backup is being made here.
  public func make(
    of store: String, at now: Instant, occasion: BackupFile.Occasion = .asked
  ) throws(StoreError) -> BackupFile {
    try KeptFile.makeFolder(path, like: store)
    // Held until the copy has its name.
    let lock = try OwnerLock(file: path + "/backup.lock", refusing: .busy(path: path))
    return try withExtendedLifetime(lock) { () throws(StoreError) in
      let target = freeName(at: now, occasion)
      try KeptFile.write(target, part: path + "/backup.part", like: store) { (part) throws(StoreError) in
        try DatabaseCopy.make(of: store, at: part)
        _ = try StoreFile.verified(part)
      }
      guard let made = file(URL(fileURLWithPath: target).lastPathComponent) else {
        throw .cannotKeep(path: target, why: "it is gone")
      }
      return made
    }
  }

  /// Removes what is more than `count` backups, or older than `days`, and returns it; the newest always stays.
  public func prune(count: Int, days: Int, at now: Instant) throws(StoreError) -> [BackupFile] {
    let oldest = now.advanced(by: -.days(Int64(days)))
    let kept = backups()
    var removed: [BackupFile] = []
    for (place, backup) in kept.enumerated().dropFirst() where place >= count || backup.made < oldest {
      guard unlink(backup.path) == 0 else { throw .cannotKeep(path: backup.path, why: KeptFile.systemError) }
      removed.append(backup)
    }
    return removed
  }

  /// Copies the archive beside the backups of its store, checks the copy, and returns it; nil where a copy is there that
  /// holds all that was moved by `until`.
  ///
  /// The archive only grows, and only where somebody asks for it: one copy serves all backups that follow.
  public func keepArchive(at archive: String, until: ArchivedUntil) throws(StoreError) -> BackupFile? {
    guard self.archive(for: until) == nil else { return nil }
    guard KeptFile.isThere(archive) else {
      throw .archiveMissing(path: archive, dossiers: until.dossiers, until: until.latest)
    }
    let lock = try OwnerLock(file: path + "/backup.lock", refusing: .busy(path: path))
    return try withExtendedLifetime(lock) { () throws(StoreError) in
      let name = BackupFolder.archivePrefix + stamp(until.moved) + BackupFolder.suffix
      try KeptFile.write("\(path)/\(name)", part: path + "/backup.part", like: archive) { (part) throws(StoreError) in
        try DatabaseCopy.make(of: archive, at: part)
        _ = try StoreFile.verified(part)
      }
      return archiveFile(name)
    }
  }

  /// Removes the copies of the archive that newer ones stand in for, and returns them; the one before the newest stays.
  public func pruneArchives() throws(StoreError) -> [BackupFile] {
    let old = Array(archives().dropFirst(2))
    for copy in old where unlink(copy.path) != 0 { throw .cannotKeep(path: copy.path, why: KeptFile.systemError) }
    return old
  }

  private func stamp(_ instant: Instant) -> String {
    String(instant.exactRFC3339.dropLast(BackupFolder.zone.utf8.count)).replacing(":", with: "-")
  }

  private func freeName(at now: Instant, _ occasion: BackupFile.Occasion) -> String {
    var second = now.seconds
    while true {
      let name =
        BackupFolder.prefix + stamp(Instant(seconds: second)) + (occasion == .upgrade ? BackupFolder.upgrade : "")
        + BackupFolder.suffix
      if !KeptFile.isThere("\(path)/\(name)") { return "\(path)/\(name)" }
      second += 1
    }
  }

  /// The backup of this name; nil where it is none.
  private func file(_ name: String) -> BackupFile? {
    guard name.hasPrefix(BackupFolder.prefix), name.hasSuffix(BackupFolder.suffix) else { return nil }
    var stamp = name.dropFirst(BackupFolder.prefix.count).dropLast(BackupFolder.suffix.count)
    let isUpgrade = stamp.hasSuffix(BackupFolder.upgrade)
    if isUpgrade { stamp = stamp.dropLast(BackupFolder.upgrade.count) }
    guard let made = BackupFolder.instant(stamp), let bytes = KeptFile.size(of: "\(path)/\(name)") else { return nil }
    return BackupFile(path: "\(path)/\(name)", made: made, occasion: isUpgrade ? .upgrade : .asked, bytes: bytes)
  }

  /// The copy of the archive of this name; nil where it is none.
  private func archiveFile(_ name: String) -> BackupFile? {
    guard name.hasPrefix(BackupFolder.archivePrefix), name.hasSuffix(BackupFolder.suffix) else { return nil }
    let stamp = name.dropFirst(BackupFolder.archivePrefix.count).dropLast(BackupFolder.suffix.count)
    guard let moved = BackupFolder.instant(stamp), let bytes = KeptFile.size(of: "\(path)/\(name)") else { return nil }
    return BackupFile(path: "\(path)/\(name)", made: moved, occasion: .archive, bytes: bytes)
  }

  /// The instant that a part of a name stands for.
  private static func instant(_ stamp: Substring) -> Instant? {
    let halves = stamp.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    return Instant(rfc3339: "\(halves[0])T\(halves[1].replacing("-", with: ":"))\(zone)")
  }
}
