/// What the store could not do.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  /// The file cannot be opened, or is not a database.
  case cannotOpen(path: String, why: String)
  /// The schema is newer than this program.
  case newerSchema(path: String)
  /// Another program holds the database.
  case inUse(path: String)
  /// The disk is full or cannot be written.
  case cannotWrite(why: String)
  /// A stored row cannot be read back.
  case damaged(what: String)
  /// No rules were recorded yet.
  case noRules
  /// Anything else that SQLite says.
  case failed(why: String)

  /// What was expected, what was found, and what to do.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let why):
      "cannot open the database \(path): \(why); check the path, its owner and its rights, or restore a backup"
    case .newerSchema(let path):
      "the database \(path) was written by a newer dossierd; install that version again, or restore an older backup"
    case .inUse(let path):
      "the database \(path) is held by another dossierd; stop it first (systemctl stop dossierd)"
    case .cannotWrite(let why):
      "cannot write to the database: \(why); make room on its disk; intake goes on by itself"
    case .damaged(let what):
      "the database is damaged: \(what); restore a backup, or rebuild from the event log"
    case .noRules:
      "no calendar, policy and registry were recorded yet; start dossierd once with a valid configuration"
    case .failed(let why):
      "the database refused: \(why)"
    }
  }

  /// Whether the same call may succeed later without anyone doing anything to the program.
  public var mayPass: Bool {
    switch self {
    case .cannotWrite, .inUse, .failed: true
    case .cannotOpen, .newerSchema, .damaged, .noRules: false
    }
  }
}
