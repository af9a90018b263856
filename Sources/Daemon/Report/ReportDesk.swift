import Dispatch
import Dossiers
import Mail
import Reporting
import Settings
import Store
import Web

/// Makes reports for the pages, beside the daemon's work: over a connection of its own that only reads, and on a thread
/// of its own, as folding a log blocks.
struct ReportDesk: Sendable {
  private let path: String
  private let archive: String
  private let unclaimedAfter: Span
  private let templates: String
  private let province: String?
  private let register: @Sendable () -> ServiceRegister?
  private let executor = ReportExecutor()

  init(_ settings: Settings, register: @escaping @Sendable () -> ServiceRegister?) {
    path = settings.store.path
    archive = settings.store.archive
    unclaimedAfter = .days(Int64(settings.alerts.unclaimedDays))
    templates = settings.templates
    province = settings.province.name
    self.register = register
  }

  func make(
    _ period: Period, _ now: Instant, _ portion: @escaping @Sendable (Int) throws -> Void
  ) async throws -> WebReport {
    try await withTaskExecutorPreference(executor) {
      let templates = try MailTemplates(
        directory: self.templates, needed: [ReportPage.template], province: province)
      let store = try SQLiteStore(path: path, access: .reader, unclaimedAfter: unclaimedAfter, archive: archive)
      let report = try await InspectionReport(
        of: period, knownBy: InspectionReport.latest(at: now), from: store, register: register(), progress: portion)
      let vietnamese = try ReportFiles(report, .vi, templates)
      let files = [vietnamese.page, try ReportFiles(report, .en, templates).page, vietnamese.table, vietnamese.json]
      return WebReport(
        known: report.known, log: report.log, figures: report.figures,
        files: files.map { WebReport.File(name: $0.name, type: $0.type, bytes: $0.bytes) })
    }
  }
}

/// A thread for work that blocks.
private final class ReportExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "report", qos: .utility)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
