/// One run of a clock, before it is counted.
struct ClockRun: Sendable {
  /// Which run of the clock, from 1.
  let round: Int
  /// What started it.
  let start: Occurrence
  /// From when it runs.
  let started: Instant
  /// The rule in force at its start, with its edition.
  let watched: Policy.Watched
  /// How it ended; nil while it lasts.
  var end: DeadlineEnd?
  /// The times that do not count.
  var pauses: [CausedPause] = []
  /// What began the pauses that last, each with its place in `pauses`.
  var standing: [(opener: Occurrence, place: Int)] = []
  /// When something came that may mute a breach.
  var muted: Instant?

  mutating func pause(by opener: Occurrence) {
    if standing.contains(where: { $0.opener.moment == opener.moment && $0.opener.reference == opener.reference }) {
      return
    }
    standing.append((opener, pauses.count))
    pauses.append(CausedPause(opener.cause, from: max(opener.time, started), until: nil))
  }

  mutating func resume(by moment: Occurrence) {
    standing.removeAll { opener, place in
      guard moment.ends(pauseOf: opener) else { return false }
      pauses[place].until = max(moment.time, pauses[place].from)
      return true
    }
  }

  mutating func finish(_ end: DeadlineEnd) {
    for (_, place) in standing { pauses[place].until = max(end.at, pauses[place].from) }
    standing = []
    self.end = end
  }
}

extension ClockRun {
  /// Whether it ended before its term can have run out or a warning have come.
  var isQuick: Bool { end.map { $0.at.since(started) < watched.quick } ?? false }
}

extension Occurrence {
  /// Whether the pause that `opener` began is over: one kind of pause has one kind of end, and what ends no kind in
  /// particular ends all.
  func ends(pauseOf opener: Occurrence) -> Bool {
    guard let kind = moment.opener else { return true }
    return kind == opener.moment && isAbout(opener.reference)
  }
}
