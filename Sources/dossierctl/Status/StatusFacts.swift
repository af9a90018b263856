import Daemon
import Dossiers
import Settings
import Store

/// What is known of the daemon and of its database at one moment.
struct StatusFacts: Encodable {
  /// When.
  let at: String
  /// What the daemon says; nil where none runs, or it cannot be asked.
  var daemon: Daemon?
  /// Why the daemon cannot be asked; nil where it answered, and where none runs.
  var daemonTrouble: String?
  /// What the database tells; nil where it cannot be read.
  var store: Kept?
  /// Why the database cannot be read.
  var storeTrouble: String?
  let storePath: String
  let storeBytes: Int?
  let freeBytes: Int?
  /// The last day for which the days off are decreed.
  let decreedUntil: LocalDate?
  /// When the last backup was made; nil where there is none.
  let lastBackup: String?
  /// Whether that was too long ago.
  let isBackupLate: Bool
  /// What is wrong with the calendar's end.
  let calendarTrouble: String?
  /// Whether that must be put right within two weeks.
  let isCalendarUrgent: Bool
  /// For how long the notice that waits longest was free to leave, in seconds.
  var outboxSeconds: Int64?

  private enum CodingKeys: String, CodingKey {
    case at, daemon, daemonTrouble = "daemon_trouble", store, storeTrouble = "store_trouble", storePath = "store_path"
    case storeBytes = "store_bytes", freeBytes = "free_bytes", decreedUntil = "decreed_until"
    case lastBackup = "last_backup", isBackupLate = "backup_late", calendarTrouble = "calendar_trouble"
    case isCalendarUrgent = "calendar_urgent", outboxSeconds = "outbox_seconds"
  }

  /// What the daemon says of itself.
  struct Daemon: Encodable {
    let version: String
    let since: String
    let problems: [String]
    let linked: Bool
    let linkSince: String?
    /// Messages ready in the queue.
    let queue: Int?
    let lag: DaemonStatus.Lag?

    private enum CodingKeys: String, CodingKey {
      case version, since, problems, linked, linkSince = "link_since", queue, lag
    }

    fileprivate init(_ status: DaemonStatus) {
      version = status.version
      since = status.startedAt.rfc3339
      problems = status.problems
      linked = status.isLinked
      linkSince = status.linkSince?.rfc3339
      queue = status.ready
      lag = status.lag
    }
  }

  /// What the database tells.
  struct Kept: Encodable {
    let events: Int
    let parked: Int
    let outbox: Int
    /// The alerts that stand, by kind.
    let alerts: [String: Int]
    let silentOffices: [String]
    /// When the next deadline or retry falls due.
    let next: String?

    private enum CodingKeys: String, CodingKey {
      case events, parked, outbox, alerts, silentOffices = "silent_offices", next
    }
  }
}

extension StatusFacts {
  private init(_ settings: Settings, at now: Instant) {
    at = now.rfc3339
    storePath = settings.store.path
    storeBytes = StoreSpace.bytes(of: storePath)
    freeBytes = StoreSpace.free(at: storePath)
    let last = BackupFolder(path: settings.backup.folder).last
    lastBackup = last?.rfc3339
    isBackupLate = settings.backup.isOverdue(last, at: now)
    let calendar = WorkingCalendar(settings.rules.calendar)
    decreedUntil = settings.rules.calendar.decreedUntil
    isCalendarUrgent = calendar.horizonWarning(now: now, days: min(14, settings.alerts.calendarHorizonDays)) != nil
    calendarTrouble = calendar.horizonWarning(now: now, days: settings.alerts.calendarHorizonDays)?.english
  }

  /// Asks the daemon and looks into its database; what cannot be had is said rather than thrown.
  static func gather(_ settings: Settings, at now: Instant) async -> StatusFacts {
    var facts = StatusFacts(settings, at: now)
    do throws(ControlError) {
      facts.daemon = try ControlClient(settings).status().map(Daemon.init)
    } catch {
      facts.daemonTrouble = "\(error)"
    }
    do throws(StoreError) {
      let store = try SQLiteStore(
        path: settings.store.path, access: .reader, archive: settings.store.archive)
      let counts = try await store.counts()
      facts.outboxSeconds = counts.outboxSince.map { max(now.since($0).seconds, 0) }
      facts.store = try await Kept(store, counts)
    } catch {
      facts.storeTrouble =
        facts.storeBytes == nil
        ? "there is none at \(facts.storePath): the daemon makes it at its first start; where there was one, restore a backup"
        : "\(error)"
    }
    return facts
  }
}

extension StatusFacts.Kept {
  /// More silent offices than this are only counted.
  private static let most = 1_000

  fileprivate init(_ store: any DossierStore, _ counts: StoreCounts) async throws(StoreError) {
    events = counts.committed + (counts.replayed["committed"] ?? 0)
    parked = counts.parkedNow
    outbox = counts.outbox
    var standing: [String: Int] = [:]
    for (name, count) in counts.alerts where name.hasSuffix(" firing") {
      standing[String(name.dropLast(" firing".count))] = count
    }
    alerts = standing
    var silent = AlertSelection(limit: StatusFacts.Kept.most)
    silent.kinds = [Notice.What.silentOffice.rawValue]
    silentOffices = try await store.alerts(silent).compactMap { $0.subject?.office?.text }
    let change = try await store.nextChange()
    next = change.flatMap { $0 == .distantPast || $0 == .distantFuture ? nil : $0.rfc3339 }
  }
}
