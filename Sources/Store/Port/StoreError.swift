public import Dossiers

/// What the store could not do.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  /// The file cannot be opened, or is not a database.
  case cannotOpen(path: String, why: String)
  /// The schema is newer than this program.
  case newerSchema(path: String)
  /// The schema is older than this program, which may only read.
  case olderSchema(path: String)
  /// Another program holds the database.
  case inUse(path: String)
  /// The disk is full or cannot be written.
  case cannotWrite(why: String)
  /// A stored row cannot be read back.
  case damaged(what: String)
  /// No rules were recorded yet.
  case noRules
  /// Something is where a file was to be put for the store.
  case alreadyThere(path: String, store: String)
  /// A file is no sound copy of a store.
  case unsound(path: String, why: String)
  /// A copy of the store cannot be written.
  case cannotKeep(path: String, why: String)
  /// An archive holds what cannot have come from this store.
  case foreignArchive(path: String)
  /// What is asked for needs the archive at this path, to which so many dossiers were moved, and it is not there.
  case archiveMissing(path: String, dossiers: Int, until: Instant)
  /// A backup is being made in this folder.
  case busy(path: String)
  /// Anything else that SQLite says.
  case failed(why: String)

  /// What was expected, what was found, and what to do.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let why):
      "cannot open the database \(path): \(why); check the path, its owner and its rights, or restore a backup"
    case .newerSchema(let path):
      "the database \(path) was written by a newer dossierd; install that version again, or move the database away and "
        + "restore the backup that was made before the upgrade (dossierctl backup list)"
    case .olderSchema(let path):
      "the database \(path) was written by an older dossierd; start the new dossierd, which brings it up to date, or "
        + "for a backup or an archive read a copy: dossierctl restore \(path) --to COPY"
    case .inUse(let path):
      "the database \(path) is held by another dossierd; stop it first (systemctl stop dossierd)"
    case .cannotWrite(let why):
      "cannot write to the database: \(why); make room on its disk; intake goes on by itself"
    case .damaged(let what):
      "the database is damaged: \(what); restore a backup, or rebuild from the event log"
    case .noRules:
      "no calendar, policy and registry were recorded yet; start dossierd once with a valid configuration"
    case .alreadyThere(let path, let store):
      "\(path) is there already, and nothing is written over; stop dossierd and move it away with its companions first: "
        + "mkdir \(store).away && mv \(store) \(store)-wal \(store)-shm \(store).away/"
    case .unsound(let path, let why):
      "\(path) is no sound copy of a store: \(why); take another one (dossierctl backup list)"
    case .cannotKeep(let path, let why):
      "cannot write \(path): \(why); make room, or correct the path or its rights; nothing was changed"
    case .foreignArchive(let path):
      "the archive \(path) holds something else under the same numbers: it is another store's, or of this one before it "
        + "was restored; move it away, or name another one ('store.archive'); nothing was taken out of the store"
    case .archiveMissing(let path, let dossiers, let until):
      "\(path) can't be opened: \(dossiers) dossiers, the last of \(LocalDate(until)), were moved to this archive, and what "
        + "is asked for needs them. Correct the path or its permissions."
    case .busy(let path):
      "a backup is being made in \(path); wait for its end"
    case .failed(let why):
      "the database refused: \(why)"
    }
  }

  /// Whether the same call may succeed later without anyone doing anything to the program.
  public var mayPass: Bool {
    switch self {
    case .cannotWrite, .inUse, .failed, .cannotKeep, .busy: true
    case .cannotOpen, .newerSchema, .olderSchema, .damaged, .noRules, .alreadyThere, .unsound,
      .foreignArchive, .archiveMissing:
      false
    }
  }
}
