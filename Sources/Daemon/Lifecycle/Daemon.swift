public import Logging
public import Settings
import Broker
import Dossiers
import Mail
import ServiceLifecycle
import Store
import UnixSignals
import Web

/// The long-running parts, put together and run until a signal ends them.
public struct Daemon: Sendable {
  private let settings: Settings
  private let load: @Sendable () throws(SettingsError) -> Settings
  private let environment: [String: String]
  private let version: String
  private let logger: Logger

  /// A daemon by these settings; `load` reads them anew for a reload.
  public init(
    _ settings: Settings, load: @escaping @Sendable () throws(SettingsError) -> Settings,
    environment: [String: String], version: String, logger: Logger
  ) {
    self.settings = settings
    self.load = load
    self.environment = environment
    self.version = version
    self.logger = logger
  }

  /// Checks what only its use shows of the settings: the templates, and the webhooks' secrets.
  /// - Throws: `MailError` or `WebhookError`, which say what cannot stand.
  public static func check(_ settings: Settings) throws {
    _ = try Composer(settings)
    for webhook in settings.directory.webhooks.values { _ = try WebhookEndpoint(webhook) }
    _ = try WebAccess.Reader.all(settings)
  }

  /// Makes the exchanges and queues at the broker.
  /// - Throws: `BrokerError` where the broker refuses.
  public func declareTopology() async throws {
    try await Topology(settings.broker).apply(try BrokerOptions(settings.broker, connectionName: "dossierd declare"))
  }

  /// Runs until SIGTERM or SIGINT.
  /// - Throws: `StoreError`, `BrokerError` or `MailError` where a part cannot start or go on.
  public func run() async throws {
    let clock = SystemClock()
    let notifier = Notifier(environment: environment)
    let backups = BackupFolder(path: settings.backup.folder)
    let store = try SQLiteStore(
      path: settings.store.path, telling: Telling(settings), backups: backups, archive: settings.store.archive,
      migrating: { notifier.migrating() })
    let followsCrash = try await store.beginRun(at: clock.now)
    if followsCrash {
      logger.warning("the last run never ended; what the queue gives again is tried one message at a time")
    }
    do {
      try await run(store, clock, notifier, followsCrash: followsCrash)
    } catch {
      // An end that is told is no crash; one that cannot be noted only makes the next run careful.
      try? await store.endRun()
      throw error
    }
    try await store.endRun()
    logger.notice("dossierd has stopped")
  }

  private func run(
    _ store: SQLiteStore, _ clock: SystemClock, _ notifier: Notifier, followsCrash: Bool
  ) async throws {
    let rulesChanged = try await store.adopt(RulesDocument(settings.rules), at: clock.now)
    let consumer = try Consumer(
      try BrokerOptions(settings.broker, connectionName: "dossierd"), ConsumerOptions(settings.broker), logger: logger)

    let hearing = Hearing(
      bound: .seconds(settings.alerts.holdSeconds), noticing: .seconds(2 * settings.broker.heartbeatSeconds),
      followsCrash: followsCrash, since: clock.now)
    let reader = Shared(Reader(settings))
    let outlets = Shared(try Outlets(settings))
    let registry = Shared(settings.rules.registry)
    let routing = Shared(Telling(settings).routing)
    let calendar = Shared(WorkingCalendar(settings.rules.calendar))
    let readers = Shared(try WebAccess.Reader.all(settings))
    let adoption = Shared(AdoptionBook(settings))
    let replanning = Shared<ReplanCursor?>(rulesChanged ? .start : nil)
    let bell = Bell()
    let dispatcherBell = Bell()
    let pulse = Pulse(bounds: workBounds, feed: { notifier.watchdog() })
    let meter = Meter(storePath: settings.store.path)
    let patience = Patience(
      first: .seconds(Int64(settings.mail.retryFirstSeconds)), longest: .seconds(Int64(settings.mail.retryMaxSeconds)))
    let health = HealthReport(
      hearing: hearing, pulse: pulse, calendar: calendar, horizonDays: settings.alerts.calendarHorizonDays,
      backup: settings.backup, clock: clock, version: version, startedAt: clock.now)
    let readings = { @Sendable in meter.readings(ready: consumer.ready) }

    let hangups = await UnixSignalsSequence(trapping: .sighup)
    var services: [any Service] = [
      StatusLine(
        notifier: notifier, pulse: pulse, hearing: hearing,
        ready: {
          notifier.ready()
          logger.notice("dossierd is ready", metadata: ["version": "\(version)", "store": "\(settings.store.path)"])
        }),
      Dispatcher(
        store: store, outlets: outlets, client: try SMTPClient(try SMTPServer(settings.mail)),
        webhooks: WebhookSender(
          client: try WebhookClient(version: version), patience: patience, clock: clock, logger: logger),
        patience: patience, clock: clock, bell: dispatcherBell, pulse: pulse, logger: logger),
      Timekeeper(
        store: store, hearing: hearing, reader: reader, followsCrash: followsCrash, replanning: replanning,
        clock: clock, bell: bell, dispatcherBell: dispatcherBell, pulse: pulse,
        longestSleep: min(.seconds(30), watchdogTime / 4), logger: logger),
      OfficeWatch(
        store: store, hearing: hearing, routing: routing, clock: clock, dispatcherBell: dispatcherBell, logger: logger),
      CalendarWatch(
        store: store, calendar: calendar, horizonDays: settings.alerts.calendarHorizonDays, clock: clock,
        dispatcherBell: dispatcherBell, logger: logger),
      AlertLog(store: store, after: try await store.lastAlertChange(), logger: logger),
      Reloader(
        load: load, store: store, reader: reader, outlets: outlets, replanning: replanning, registry: registry,
        routing: routing, calendar: calendar, readers: readers, adoption: adoption, hangups: hangups, bell: bell,
        pulse: pulse, notifier: notifier, clock: clock, logger: logger),
      Intake(
        consumer: consumer, queue: settings.broker.queue, followsCrash: followsCrash, store: store, hearing: hearing,
        reader: reader, clock: clock, bell: bell, pulse: pulse, meter: meter, logger: logger),
      ControlServer(
        path: settings.store.socket, isShared: settings.store.isSocketShared, store: store, reader: reader,
        routing: routing,
        status: { DaemonStatus(await health.health(), readings()) }, bell: bell, clock: clock, logger: logger),
    ]
    if let listen = settings.web.listen {
      let archive = ArchiveReader(store, logger: logger) { [settings] () throws(StoreError) in
        try SQLiteStore(
          path: settings.store.path, access: .reader, unclaimedAfter: .days(Int64(settings.alerts.unclaimedDays)),
          archive: settings.store.archive)
      }
      let folding = FoldDesk(settings) { adoption.value.register }
      services.append(
        WebServer(
          host: listen.host, port: listen.port,
          source: WebSource(
            store: store, archive: archive.whole, registry: { registry.value }, calendar: { calendar.value },
            health: health,
            readings: readings, now: { clock.now },
            lateBound: .hours(Int64(settings.alerts.recordedLateHours)),
            itemForms: settings.intake.domesticItemForms, adoption: { adoption.value },
            report: folding.report, past: folding.past),
          access: WebAccess(settings) { readers.value },
          desk: PageDesk(
            store: store, reader: reader, key: try AcknowledgeKey(settings), bell: bell, logger: logger),
          logger: logger))
    }
    try await ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    ).run()
  }

  /// What systemd allows between two signs of life, or a minute and more where it asks for none.
  private var watchdogTime: Duration {
    environment["WATCHDOG_USEC"].flatMap { Int64($0) }.map { .microseconds(max($0, 400_000)) } ?? .seconds(80)
  }

  /// A mail may take as long as its server is given; all else is done in far less than a minute, or never.
  private var workBounds: [Pulse.Loop: Duration] {
    [
      .intake: watchdogTime, .timekeeper: watchdogTime,
      .dispatcher: watchdogTime + .seconds(settings.mail.timeoutSeconds),
    ]
  }
}
