/// Walks through a life, moment by moment, and finds the runs of one clock by the words of its policy.
struct ClockWalk {
  private let clock: ClockKind
  private let withSlip: Bool
  private let opened: Instant
  private(set) var runs: [ClockRun] = []
  private var firstOpen = 0
  private var rounds = 0
  /// What began the pauses that last, also before there is a run.
  private var standing: [Occurrence] = []
  private var isOver = false

  private init(_ clock: ClockKind, withSlip: Bool, opened: Instant) {
    self.clock = clock
    self.withSlip = withSlip
    self.opened = opened
  }

  /// The runs of `clock` in `life`, which is in the order of the story; none begins before `opened`.
  static func runs(
    of clock: ClockKind, withSlip: Bool = false, opened: Instant, in life: [Occurrence], planner: DeadlinePlanner
  ) -> [ClockRun] {
    var walk = ClockWalk(clock, withSlip: withSlip, opened: opened)
    if let rules = planner.unchangingRules {
      // Most clocks of most lives never start, and without a start there is no run.
      guard let watched = rules[clock.place], life.contains(where: { watched.rule.words.starts.has($0.moment) }) else {
        return []
      }
      for place in life.indices where watched.heeded.has(life[place].moment) { walk.take(life[place], watched) }
    } else {
      for occurrence in life {
        walk.take(occurrence, planner.watched(clock, at: max(occurrence.time, opened)))
      }
    }
    return walk.runs
  }

  /// Takes what comes next, under the rule in force at its time.
  private mutating func take(_ occurrence: Occurrence, _ watched: Policy.Watched?) {
    var isRestarted = false
    while firstOpen < runs.count, runs[firstOpen].end != nil { firstOpen += 1 }
    for place in firstOpen..<runs.count where runs[place].end == nil {
      guard runs[place].watched.heeded.has(occurrence.moment), occurrence.isAbout(runs[place].start.reference) else {
        continue
      }
      isRestarted = move(&runs[place], occurrence) || isRestarted
    }
    // Every scan ends a round of the way; what nobody will hear of is not kept.
    if clock == .move, let last = runs.last, last.isQuick {
      runs.removeLast()
      firstOpen = min(firstOpen, runs.count)
    }
    guard let watched, isRestarted || watched.heeded.has(occurrence.moment) else { return }
    let words = watched.rule.words
    if !standing.isEmpty, isRestarted || words.resumes.has(occurrence.moment) {
      standing.removeAll { occurrence.ends(pauseOf: $0) }
    }
    if isRestarted || words.starts.has(occurrence.moment), !isOver, !isRunning(occurrence) {
      rounds += 1
      var run = ClockRun(round: rounds, start: occurrence, started: max(occurrence.time, opened), watched: watched)
      for opener in standing where words.pauses.has(opener.moment) { run.pause(by: opener) }
      runs.append(run)
    }
    if words.pauses.has(occurrence.moment) { standing.append(occurrence) }
    let endings = words.meets(withSlip: withSlip).union(words.cancels)
    if endings.has(occurrence.moment), Moments.lasting.has(occurrence.moment) { isOver = true }
  }

  /// Moves a run that lasts, and says whether it must begin again.
  private func move(_ run: inout ClockRun, _ occurrence: Occurrence) -> Bool {
    let words = run.watched.rule.words
    let moment = occurrence.moment
    if words.meets(withSlip: withSlip).has(moment) {
      run.finish(.met(occurrence.time))
    } else if words.cancels.has(moment) {
      run.finish(.cancelled(occurrence.time))
    } else if words.restarts.has(moment) {
      run.finish(.cancelled(occurrence.time))
      return true
    } else {
      if words.pauses.has(moment) { run.pause(by: occurrence) }
      if words.resumes.has(moment) { run.resume(by: occurrence) }
    }
    if words.mutes.has(moment), run.muted == nil { run.muted = occurrence.time }
    return false
  }

  private func isRunning(_ occurrence: Occurrence) -> Bool {
    runs[firstOpen...].contains { $0.end == nil && $0.start.reference == occurrence.reference }
  }
}
