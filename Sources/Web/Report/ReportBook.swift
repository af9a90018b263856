import Dossiers
import Logging
import Store

/// The reports that were asked for, made in the background one at a time and kept for the day on which they were made.
///
/// A report folds the log anew. That is done in portions, and after each it rests three times as long as that took: an
/// eighth of two processors, which intake needs, however long the log.
actor ReportBook {
  /// How a report stands.
  enum State: Sendable {
    case made(WebReport)
    /// It is being made, and so many events are folded; or it waits for others.
    case making(events: Int)
    /// It could not be made, and is tried again when asked for.
    case failed
  }

  private static let mostKept = 12
  private static let rest = 3

  private let maker: ReportMaker
  private let now: @Sendable () -> Instant
  private var kept: [Period: (day: LocalDate, report: WebReport)] = [:]
  private var failed: Set<Period> = []
  /// What is to be made, longest ago first.
  private var waiting: [Period] = []
  private var making: (period: Period, progress: ReportProgress)?
  private var work: Task<Void, Never>?
  private var isStopped = false

  init(maker: @escaping ReportMaker, now: @escaping @Sendable () -> Instant) {
    self.maker = maker
    self.now = now
  }

  /// How the report over `period` stands; where there is none of today, it is begun.
  func report(_ period: Period, logger: Logger) -> State {
    let today = LocalDate(now())
    kept = kept.filter { $0.value.day == today }
    if let made = kept[period] { return .made(made.report) }
    if let making, making.period == period { return .making(events: making.progress.events) }
    if failed.remove(period) != nil { return .failed }
    if !waiting.contains(period), waiting.count < ReportBook.mostKept { waiting.append(period) }
    if work == nil, !isStopped { work = Task { await make(logger) } }
    return .making(events: 0)
  }

  /// The file of a report that was made today; nil where there is none of that name.
  func file(_ name: String) -> WebReport.File? {
    kept.values.lazy.flatMap(\.report.files).first { $0.name == name }
  }

  /// Returns once nothing is being made.
  func settled() async { await work?.value }

  /// Ends the making, and begins no other.
  func stop() async {
    isStopped = true
    work?.cancel()
    await settled()
  }

  private func make(_ logger: Logger) async {
    while let period = waiting.first, !Task.isCancelled {
      waiting.removeFirst()
      let progress = ReportProgress()
      making = (period, progress)
      do {
        let report = try await maker(period, now()) { events in try progress.pause(at: events, ReportBook.rest) }
        if kept.count >= ReportBook.mostKept { kept.removeAll() }
        kept[period] = (LocalDate(now()), report)
      } catch {
        if !Task.isCancelled {
          logger.error("the report cannot be made", metadata: ["period": "\(period)", "why": "\(error)"])
          failed.insert(period)
        }
      }
      making = nil
    }
    work = nil
  }
}
