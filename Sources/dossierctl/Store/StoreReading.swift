import Daemon
import Dossiers
import Settings
import Store

extension CommonOptions {
  /// The settings, and the daemon's database opened beside it, for reading.
  func storeForReading() throws -> (settings: Settings, store: any DossierStore) {
    let settings = try settings()
    let store = try SQLiteStore(
      path: settings.store.path, access: .reader,
      unclaimedAfter: .days(Int64(settings.alerts.unclaimedDays)), archive: settings.store.archive)
    return (settings, store)
  }
}

extension StoreError: CommandFailure {
  var lines: [String] { [description] }

  var status: ExitStatus {
    switch self {
    case .cannotOpen, .noRules, .archiveMissing: .noInput
    case .inUse, .busy: .temporary
    case .unsound, .foreignArchive: .data
    case .alreadyThere, .cannotKeep: .cannotCreate
    case .newerSchema, .olderSchema, .cannotWrite, .damaged, .failed: .inputOutput
    }
  }
}

extension ControlError: CommandFailure {
  var lines: [String] { [description] }

  var status: ExitStatus {
    switch self {
    case .nobodyListens: .unavailable
    case .socket: .inputOutput
    case .notUnderstood: .temporary
    }
  }
}
