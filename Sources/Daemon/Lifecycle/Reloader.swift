import Dossiers
import Logging
import ServiceLifecycle
import Settings
import Store
import UnixSignals
import Web

/// Reads templates, registry, policy and calendars anew on SIGHUP; a mistake in them keeps what is in use.
struct Reloader: Service {
  let load: @Sendable () throws(SettingsError) -> Settings
  let store: any DossierStore
  let reader: Shared<Reader>
  let outlets: Shared<Outlets>
  let replanning: Shared<ReplanCursor?>
  let registry: Shared<Registry>
  let routing: Shared<Routing>
  let calendar: Shared<WorkingCalendar>
  let readers: Shared<[String: WebAccess.Reader]>
  let adoption: Shared<AdoptionBook>
  /// Trapped since before anyone was told that we are ready.
  let hangups: UnixSignalsSequence
  let bell: Bell
  let pulse: Pulse
  let notifier: Notifier
  let clock: any WallClock
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      for await _ in hangups {
        notifier.reloading()
        await reload()
        notifier.ready()
      }
    }
  }

  private func reload() async {
    do {
      let settings = try load()
      let outlets = try Outlets(settings)
      let readers = try WebAccess.Reader.all(settings)
      let changed = try await store.adopt(RulesDocument(settings.rules), at: clock.now)
      let telling = Telling(settings)
      await store.goBy(telling)
      routing.value = telling.routing
      self.outlets.value = outlets
      reader.value = Reader(settings)
      self.readers.value = readers
      registry.value = settings.rules.registry
      calendar.value = WorkingCalendar(settings.rules.calendar)
      adoption.value = AdoptionBook(settings)
      if changed { replanning.value = .start }
      try await retryUnknown()
      bell.ring()
      pulse.configurationTrouble(nil)
      logger.notice("configuration reloaded", metadata: ["rules_changed": "\(changed)"])
    } catch {
      // One line is what systemd keeps.
      pulse.configurationTrouble("\(error)".split(separator: "\n").first.map(String.init))
      logger.error("the configuration was not reloaded; what is in use stays", metadata: ["error": "\(error)"])
    }
  }

  /// An office, agency or procedure that was unknown may be known by now.
  private func retryUnknown() async throws(StoreError) {
    var after: Int64 = 0
    while true {
      let parked = try await store.parked(.dependingOnRegistry(after: after, limit: 500))
      guard let last = parked.map(\.id).max() else { return }
      after = last
      let now = clock.now
      let reader = reader.value
      let arrivals = parked.map { reader.read($0.message, recorded: now, parked: $0.id) }.filter(\.isEvent)
      if !arrivals.isEmpty { _ = try await store.take(arrivals, recorded: now) }
    }
  }
}

extension Arrival {
  /// Whether it is an event that may be taken.
  var isEvent: Bool {
    if case .event = reading { true } else { false }
  }
}
