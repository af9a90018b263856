import Dossiers
import Logging
import Store

/// What is made of the log folded anew for those who asked, in the background one at a time, and kept for the day on which
/// it was made.
///
/// Folding is done in portions, and after each it rests three times as long as that took: an eighth of two processors,
/// which intake needs, however long the log.
actor FoldBook<Question: Hashable & Sendable, Answer: Sendable> {
  /// Makes the answer by what is recorded at an instant, and says after each portion how many events it has folded; what
  /// that throws ends it.
  typealias Maker =
    @Sendable (
      _ question: Question, _ now: Instant, _ portion: @escaping @Sendable (Int) throws -> Void
    ) async throws -> Answer

  /// How an answer stands.
  enum State: Sendable {
    case made(Answer)
    /// It is being made, and so many events are folded; or it waits for others.
    case making(events: Int)
    /// It could not be made, and is tried again when asked for.
    case failed
  }

  private let mostKept = 12
  private let rest = 3

  private let maker: Maker
  private let now: @Sendable () -> Instant
  private var kept: [Question: (day: LocalDate, answer: Answer)] = [:]
  private var failed: Set<Question> = []
  /// What is to be made, longest ago first.
  private var waiting: [Question] = []
  private var making: (question: Question, progress: FoldProgress)?
  private var work: Task<Void, Never>?
  private var isStopped = false

  init(maker: @escaping Maker, now: @escaping @Sendable () -> Instant) {
    self.maker = maker
    self.now = now
  }

  /// How the answer to `question` stands; where there is none of today, it is begun.
  func answer(_ question: Question, logger: Logger) -> State {
    forget()
    if let made = kept[question] { return .made(made.answer) }
    if let making, making.question == question { return .making(events: making.progress.events) }
    if failed.remove(question) != nil { return .failed }
    if !waiting.contains(question), waiting.count < mostKept { waiting.append(question) }
    if work == nil, !isStopped { work = Task { await make(logger) } }
    return .making(events: 0)
  }

  /// What was made today.
  var answers: [Answer] { kept.values.map(\.answer) }

  /// Returns once nothing is being made.
  func settled() async { await work?.value }

  /// Ends the making, and begins no other.
  func stop() async {
    isStopped = true
    work?.cancel()
    await settled()
  }

  private func forget() {
    let today = LocalDate(now())
    kept = kept.filter { $0.value.day == today }
  }

  private func make(_ logger: Logger) async {
    while let question = waiting.first, !Task.isCancelled {
      waiting.removeFirst()
      let progress = FoldProgress()
      making = (question, progress)
      do {
        let answer = try await maker(question, now()) { [rest] events in try progress.pause(at: events, rest) }
        if kept.count >= mostKept { kept.removeAll() }
        kept[question] = (LocalDate(now()), answer)
      } catch {
        if !Task.isCancelled {
          logger.error("the log cannot be folded anew", metadata: ["question": "\(question)", "why": "\(error)"])
          failed.insert(question)
        }
      }
      making = nil
    }
    work = nil
  }
}

/// The reports that were asked for.
typealias ReportBook = FoldBook<Period, WebReport>

extension ReportBook {
  /// The file of a report that was made today; nil where there is none of that name.
  func file(_ name: String) -> WebReport.File? {
    answers.lazy.flatMap(\.files).first { $0.name == name }
  }
}

/// The figures as they were known on days that were asked for.
typealias PastBook = FoldBook<FigureScope, PastFigures>
