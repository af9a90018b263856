import Dossiers

/// Pieces of an explanation that a mail tells in one line.
struct Stretch: Hashable {
  /// The first instant in it.
  let from: Instant
  /// The first instant after it; nil where no end is known.
  let until: Instant?
  /// How much of the allowance it used.
  let used: Explanation.Amount
  /// Why it counted, or did not.
  let why: Why
  /// Whether it spans nights and breaks too, which did not count.
  let spansClosing: Bool

  init(_ piece: Explanation.Piece) {
    from = piece.from
    until = piece.until
    used = piece.used
    why = piece.why
    spansClosing = false
  }

  private init(_ first: Stretch, _ second: Explanation.Piece) {
    from = first.from
    until = second.until
    used = first.used.adding(second.used)
    // Of two neighbours one counted, as nights and breaks have opening hours between them.
    why = first.why.isCounted ? first.why : second.why
    spansClosing = true
  }

  /// The pieces with nights and breaks laid together with the opening hours beside them, so that a week is one line on a
  /// phone.
  static func all(of explanation: Explanation) -> [Stretch] {
    explanation.pieces.reduce(into: []) { stretches, piece in
      if let last = stretches.last, last.why.isOfWorkingDay, piece.why.isOfWorkingDay {
        stretches[stretches.count - 1] = Stretch(last, piece)
      } else {
        stretches.append(Stretch(piece))
      }
    }
  }
}

extension Why {
  /// Whether time counted.
  var isCounted: Bool {
    if case .counted = self { true } else { false }
  }

  /// Whether it is what every working day is made of.
  fileprivate var isOfWorkingDay: Bool {
    switch self {
    case .counted(swapped: nil), .closed(.outsideHours), .closed(.breakTime): true
    default: false
    }
  }
}
