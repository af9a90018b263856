public import Dossiers
public import Store

/// How good the service was over a period, as it was known at an instant, and by which log.
public struct InspectionReport: Sendable, Hashable {
  /// The days that it is about.
  public let period: Period
  /// All that was recorded by then counts, and nothing else. A whole second.
  public let known: Instant
  /// The log that it was made from.
  public let log: LogState
  /// The figures of the plan's words.
  public let figures: [Indicator]
  /// How many procedures the post served at the end of the period, by level; nothing where no register is kept.
  public let adoption: [AdoptionLine]
  /// The registry that was in use at `known`, for names.
  public let registry: Registry

  /// What is being recorded may bear an instant of a moment ago; by then it is in the log.
  private static let settling = Span.minutes(1)

  /// The latest instant that a report made at `now` may state.
  public static func latest(at now: Instant) -> Instant {
    now.advanced(by: Span(microseconds: -settling.microseconds))
  }

  /// A report of these parts.
  public init(
    period: Period, known: Instant, log: LogState, figures: [Indicator], adoption: [AdoptionLine], registry: Registry
  ) {
    self.period = period
    self.known = known
    self.log = log
    self.figures = figures
    self.adoption = adoption
    self.registry = registry
  }

  /// The report over `period` as it was known at `known`.
  ///
  /// It is made from the log folded anew up to then, so that the same comes out whenever it is made again; `progress`
  /// hears after each portion of the work how many events were folded, and ends it by an error. It blocks its thread.
  /// - Throws: `StoreError` where the database cannot be read, its archive is missing, or `progress` ended it.
  public init(
    of period: Period, knownBy known: Instant, from store: any DossierStore, register: ServiceRegister?,
    progress: @Sendable @escaping (Int) throws -> Void = { _ in }
  ) async throws(StoreError) {
    // The digest is that of the whole log.
    try await store.demandArchive(from: .distantPast)
    let known = known.wholeSecond
    let registry = try await store.registry(knownBy: known)
    let log = try await store.logState(knownBy: known) { try progress(0) }
    let past = try await store.known(by: known, progress: progress)
    let figures = try await past.figures(of: [FigureScope(period: period, known: known)], limit: 2_000) {
      try progress(log.events)
    }
    let day = min(period.last, LocalDate(known))
    self.init(
      period: period, known: known, log: log, figures: figures.first?.indicators ?? [],
      adoption: register?.adoption(on: day, in: registry).byLevel().map(AdoptionLine.init) ?? [], registry: registry)
  }
}

/// How many procedures of a level the post serves.
public struct AdoptionLine: Sendable, Hashable {
  /// The level.
  public let level: Agency.Level
  /// The procedures that count.
  public let counted: Int
  /// Those that the post serves.
  public let served: Int
  /// Those that it must serve to reach the target; nil where there is none.
  public let needed: Int?

  init(level: Agency.Level, count: AdoptionCount) {
    self.level = level
    counted = count.counted
    served = count.served
    needed = count.needed
  }
}

extension Instant {
  /// The beginning of its second: what a report states is written to the second.
  var wholeSecond: Instant {
    let rest = microseconds % 1_000_000
    return Instant(microseconds: microseconds - (rest < 0 ? rest + 1_000_000 : rest))
  }
}
