/// Pauses that may overlap, as stretches that do not: each belongs to the pause that began first.
struct PauseTurns {
  /// The time of one pause that no earlier one has taken.
  struct Turn {
    let from: Instant
    /// Nil where the pause has no end.
    let until: Instant?
    /// Which of the pauses it belongs to.
    let index: Int
  }

  let turns: [Turn]
  private var next = 0

  init(_ pauses: [Pause]) {
    var turns: [Turn] = []
    var taken: Instant?
    let inOrder = pauses.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
    for (index, pause) in inOrder {
      let from = taken.map { max($0, pause.from) } ?? pause.from
      if let until = pause.until, until <= from { continue }
      turns.append(Turn(from: from, until: pause.until, index: index))
      guard let until = pause.until else { break }
      taken = until
    }
    self.turns = turns
  }

  /// The turn that has no end, if there is one; it is the last.
  var endless: Turn? { turns.last.flatMap { $0.until == nil ? $0 : nil } }

  /// The first turn that ends after `instant`; asked for instants in their order.
  mutating func turn(endingAfter instant: Instant) -> Turn? {
    while next < turns.count, let until = turns[next].until, until <= instant { next += 1 }
    return next < turns.count ? turns[next] : nil
  }
}
