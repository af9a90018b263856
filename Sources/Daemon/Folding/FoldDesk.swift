import Dispatch
import Dossiers
import Mail
import Reporting
import Settings
import Store
import Web

/// Makes for the pages what the log folded anew gives, beside the daemon's work: over a connection of its own that only
/// reads, and on a thread of its own, as folding a log blocks.
struct FoldDesk: Sendable {
  private let path: String
  private let archive: String
  private let unclaimedAfter: Span
  private let templates: String
  private let province: String?
  private let register: @Sendable () -> ServiceRegister?
  private let executor = FoldExecutor()

  init(_ settings: Settings, register: @escaping @Sendable () -> ServiceRegister?) {
    path = settings.store.path
    archive = settings.store.archive
    unclaimedAfter = .days(Int64(settings.alerts.unclaimedDays))
    templates = settings.templates
    province = settings.province.name
    self.register = register
  }

  /// The report over `period`.
  func report(
    _ period: Period, _ now: Instant, _ portion: @escaping @Sendable (Int) throws -> Void
  ) async throws -> WebReport {
    try await withTaskExecutorPreference(executor) {
      let templates = try MailTemplates(
        directory: self.templates, needed: [ReportPage.template], province: province)
      let store = try store()
      let report = try await InspectionReport(
        of: period, knownBy: InspectionReport.latest(at: now), from: store, register: register(), progress: portion)
      let vietnamese = try ReportFiles(report, .vi, templates)
      let files = [vietnamese.page, try ReportFiles(report, .en, templates).page, vietnamese.table, vietnamese.json]
      return WebReport(
        known: report.known, log: report.log, figures: report.figures,
        files: files.map { WebReport.File(name: $0.name, type: $0.type, bytes: $0.bytes) })
    }
  }

  /// The figures of `scope` by what was recorded when it was known.
  func past(
    _ scope: FigureScope, _ now: Instant, _ portion: @escaping @Sendable (Int) throws -> Void
  ) async throws -> PastFigures {
    try await withTaskExecutorPreference(executor) {
      let store = try store()
      try await store.demandArchive(from: scope.period.start)
      let known = try await store.known(by: scope.known, progress: portion)
      let figures = try await known.figures(of: [scope], limit: 2_000) { try portion(0) }
      return PastFigures(
        figures: figures.first?.indicators ?? [],
        since: try await store.recorded(after: scope.known, bearingOn: scope.period))
    }
  }

  private func store() throws(StoreError) -> SQLiteStore {
    try SQLiteStore(path: path, access: .reader, unclaimedAfter: unclaimedAfter, archive: archive)
  }
}

/// A thread for work that blocks.
private final class FoldExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "folding", qos: .utility)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
