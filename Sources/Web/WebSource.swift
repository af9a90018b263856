public import Dossiers
public import Store

/// What the pages show.
public struct WebSource: Sendable {
  let store: any DossierStore
  let archive: @Sendable () async -> (any DossierStore)?
  let registry: @Sendable () -> Registry
  let calendar: @Sendable () -> WorkingCalendar
  let health: any HealthSource
  let readings: @Sendable () -> Readings
  let now: @Sendable () -> Instant
  let lateBound: Span
  let itemForms: [DomesticForm]
  let adoption: @Sendable () -> AdoptionBook
  let report: ReportMaker
  let past: PastMaker

  /// A source of these parts.
  ///
  /// - Parameters:
  ///   - store: What is kept.
  ///   - archive: The store as one with its archive, for what the store alone has no more; nil where nothing was moved.
  ///   - registry: The registry in force, for the names of agencies and procedures.
  ///   - calendar: The calendar in force.
  ///   - health: How the daemon is.
  ///   - readings: What it has measured.
  ///   - now: The instant for which pages hold.
  ///   - lateBound: How long after its time an event may be recorded without a mark.
  ///   - itemForms: The domestic forms of items that are taken.
  ///   - adoption: The register of procedures in force.
  ///   - report: What makes a report.
  ///   - past: What makes figures as they were known at an instant.
  public init(
    store: any DossierStore, archive: @escaping @Sendable () async -> (any DossierStore)? = { nil },
    registry: @escaping @Sendable () -> Registry,
    calendar: @escaping @Sendable () -> WorkingCalendar, health: any HealthSource,
    readings: @escaping @Sendable () -> Readings = { Readings() }, now: @escaping @Sendable () -> Instant,
    lateBound: Span, itemForms: [DomesticForm] = [],
    adoption: @escaping @Sendable () -> AdoptionBook, report: @escaping ReportMaker,
    past: @escaping PastMaker
  ) {
    self.store = store
    self.archive = archive
    self.registry = registry
    self.calendar = calendar
    self.health = health
    self.readings = readings
    self.now = now
    self.lateBound = lateBound
    self.itemForms = itemForms
    self.adoption = adoption
    self.report = report
    self.past = past
  }
}
