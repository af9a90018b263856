/// Lays piece to piece from a start to a limit; pieces for the same reason become one.
struct PieceBuilder {
  typealias Raw = (from: Instant, until: Instant?, used: Int64, why: Why)

  private(set) var pieces: [Raw] = []
  /// Where the next piece begins.
  private(set) var at: Instant
  /// Where the last piece ends.
  private let limit: Instant
  private var turns: PauseTurns

  init(from start: Instant, to limit: Instant, _ turns: PauseTurns) {
    at = start
    self.limit = limit
    self.turns = turns
  }

  /// Whether there is time left to explain.
  var isOpen: Bool { at < limit }

  /// Adds the time up to `end` as one piece.
  mutating func add(until end: Instant, _ why: Why, used: Int64 = 0) {
    let end = min(end, limit)
    guard at < end else { return }
    if let last = pieces.last, last.why == why {
      pieces[pieces.count - 1] = (last.from, end, last.used + used, why)
    } else {
      pieces.append((at, end, used, why))
    }
    at = end
  }

  /// Adds the time up to `end`, parted into what runs, for the reason `why` gives it, and what a pause takes away.
  ///
  /// `why` gets each stretch that runs, in order, and says how much of the allowance it uses.
  mutating func addRunning(until end: Instant, _ why: (Instant, Instant) -> (Why, used: Int64)) {
    let end = min(end, limit)
    while at < end {
      let turn = turns.turn(endingAfter: at)
      if let turn, turn.from <= at {
        add(until: min(turn.until ?? end, end), .paused(turn.index))
      } else {
        let next = min(turn?.from ?? end, end)
        let (reason, used) = why(at, next)
        add(until: next, reason, used: used)
      }
    }
  }

  /// Ends with a piece that has no end.
  mutating func addEndless(_ why: Why) {
    if let last = pieces.last, last.why == why {
      pieces[pieces.count - 1].until = nil
    } else {
      pieces.append((at, nil, 0, why))
    }
  }
}
