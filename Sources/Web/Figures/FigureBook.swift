import Dossiers
import Logging
import Store

/// The quality figures that pages ask for, made in the background and kept for a while.
///
/// Reading goes in small portions, and rests after each nineteen times as long as it took: of the store, which intake
/// needs, it takes a twentieth at most, however much there is to read. What is asked for while it reads is read next,
/// all at once.
actor FigureBook {
  /// What figures are asked for.
  struct Question: Sendable, Hashable {
    let period: Period
    var agency: AgencyCode?
    var office: OfficeCode?
    /// Whether the days of offices are asked for, which the log tells by itself.
    var isOfScansAlone = false
  }

  /// Figures, when they were known, and for how long they are good enough.
  struct Kept: Sendable {
    let indicators: [Indicator]
    let known: Instant
    /// What the days of offices are had from, where they were asked for.
    var figures: QualityFigures?
    var goodUntil = Instant.distantFuture
  }

  /// How long figures are good enough at least, once they are made; those that took longer to read, that long.
  private static let pause = Span.minutes(1)
  private static let mostKept = 32
  private static let portion = 200
  private static let rest = 19

  private let source: @Sendable (Instant) async throws -> any FigureSource
  private let now: @Sendable () -> Instant
  private var kept: [Question: Kept] = [:]
  /// What was asked for, longest ago first.
  private var asked: [Question] = []
  private var waiting: Set<Question> = []
  private var reading: Task<Void, Never>?
  private var isStopped = false

  /// Figures of what `source` gives for what happened at an instant and later.
  init(
    source: @escaping @Sendable (Instant) async throws -> any FigureSource, now: @escaping @Sendable () -> Instant
  ) {
    self.source = source
    self.now = now
  }

  /// The figures as they were last made; nil while there are none. Where those are old, newer ones are begun.
  func figures(_ question: Question, logger: Logger) -> Kept? {
    asked.removeAll { $0 == question }
    asked.append(question)
    if asked.count > FigureBook.mostKept {
      let oldest = asked.removeFirst()
      kept[oldest] = nil
      waiting.remove(oldest)
    }
    if isOld(kept[question]) { waiting.insert(question) }
    if reading == nil, !waiting.isEmpty, !isStopped { reading = Task { await read(logger) } }
    return kept[question]
  }

  /// Returns once nothing is being read.
  func settled() async { await reading?.value }

  /// Ends the reading, and begins no other.
  func stop() async {
    isStopped = true
    reading?.cancel()
    await settled()
  }

  private func isOld(_ kept: Kept?) -> Bool {
    guard let kept else { return true }
    let now = now()
    return now < kept.known || now >= kept.goodUntil
  }

  private func read(_ logger: Logger) async {
    while !waiting.isEmpty, !Task.isCancelled {
      let questions = Array(waiting)
      let known = now()
      do {
        let first = questions.map(\.period.start).min() ?? known
        let answers = try await FigureBook.read(questions, known: known, from: source(first))
        let ended = now()
        let goodUntil = ended.advanced(by: max(FigureBook.pause, ended.since(known)))
        for (question, figures) in zip(questions, answers) where asked.contains(question) {
          kept[question] =
            question.isOfScansAlone
            ? Kept(indicators: [], known: known, figures: figures, goodUntil: goodUntil)
            : Kept(indicators: figures.indicators, known: known, goodUntil: goodUntil)
        }
      } catch is CancellationError {
        break
      } catch {
        logger.error("the figures cannot be read; they are tried again when asked for", metadata: ["why": "\(error)"])
      }
      waiting.subtract(questions)
    }
    reading = nil
  }

  private static func read(
    _ questions: [Question], known: Instant, from source: any FigureSource
  ) async throws -> [QualityFigures] {
    let scopes = questions.map {
      FigureScope(period: $0.period, known: known, agency: $0.agency, office: $0.office)
    }
    var whole: [QualityFigures] = []
    var cursor: FigureCursor? = questions.allSatisfy(\.isOfScansAlone) ? .log : .start
    while let from = cursor {
      let began = ContinuousClock.now
      let portion = try await source.figures(of: scopes, from: from, limit: FigureBook.portion)
      cursor = portion.next
      if whole.isEmpty {
        whole = portion.figures
      } else {
        for place in whole.indices { whole[place].merge(portion.figures[place]) }
      }
      let took = ContinuousClock.now - began
      try await Task.sleep(for: took * FigureBook.rest)
    }
    return whole
  }
}
