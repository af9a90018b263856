/// How a number of legs or processing runs were judged.
struct Timeliness: Sendable, Hashable {
  /// Done earlier than on the last day.
  private(set) var earlier = 0
  /// Done on the last day.
  private(set) var onLastDay = 0
  /// Done later.
  private(set) var later = 0
  /// Running when the period was over.
  private(set) var running = 0
  /// Those of `running` that were overdue then.
  private(set) var overdue = 0
  /// How long it took.
  private(set) var durations = DurationHistogram()
  /// How late it was, of those done later.
  private(set) var delays = DurationHistogram()
  /// The same in working days, added up.
  private(set) var lateWorkingDays = 0

  /// Those that were done and can be judged.
  var judged: Int { earlier + onLastDay + later }
  /// Those of `judged` that were done in time.
  var within: Int { earlier + onLastDay }
  /// The law's score, added up.
  var points: Int { 2 * earlier + onLastDay }

  /// Adds what became of one, as far as `scope` knows.
  mutating func add(_ outcome: Outcome, in scope: FigureScope) {
    if scope.hasHappened(outcome.started), !(outcome.end.map { scope.hasHappened($0.at) } ?? false) {
      running += 1
      if let missedFrom = outcome.missedFrom, missedFrom <= scope.cut { overdue += 1 }
    }
    guard let done = outcome.done, scope.contains(done) else { return }
    if let duration = outcome.duration { durations.add(duration) }
    switch outcome.score {
    case 2: earlier += 1
    case 1: onLastDay += 1
    case 0:
      later += 1
      delays.add(outcome.delay)
      lateWorkingDays += outcome.lateWorkingDays
    default: break
    }
  }

  mutating func merge(_ other: Timeliness) {
    earlier += other.earlier
    onLastDay += other.onLastDay
    later += other.later
    running += other.running
    overdue += other.overdue
    durations.merge(other.durations)
    delays.merge(other.delays)
    lateWorkingDays += other.lateWorkingDays
  }

  /// What can be told of it apart.
  struct Group: Sendable, Hashable {
    let part: Outcome.Part
    let agency: AgencyCode
    let route: RouteClass?
  }
}
