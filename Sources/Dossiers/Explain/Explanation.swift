/// Why a term ends when it does: the whole time from its start to its end, piece by piece.
public struct Explanation: Sendable, Hashable {
  /// From when the term runs.
  public let start: Instant
  /// How long the term is.
  public let allowance: Allowance
  /// When it ends.
  public let dueDate: DueDate
  /// What the pieces add up to: the allowance; where the day of the start is its first day, or all of it, without what
  /// of that day lay before the start.
  public let total: Amount
  /// The time in order, without gap or overlap, from the start to the due instant; to no end where nothing is due.
  public let pieces: [Piece]

  /// How much of a term a piece of time used.
  public enum Amount: Sendable, Hashable {
    /// Of a term in hours.
    case time(Span)
    /// Of a term in days, in millionths of a day.
    case days(millionths: Int64)
  }

  /// A piece of time that counted, or did not, for one reason.
  public struct Piece: Sendable, Hashable {
    /// The first instant in it.
    public let from: Instant
    /// The first instant after it; nil where no end is known.
    public let until: Instant?
    /// How much of the allowance it used.
    public let used: Amount
    /// Why it counted, or did not.
    public let why: Why
  }
}

extension Explanation {
  /// What the pieces used in all.
  public var used: Amount {
    pieces.reduce(allowance.isInDays ? .days(millionths: 0) : .time(.zero)) { $0.adding($1.used) }
  }
}

extension Explanation.Amount {
  /// Both together; amounts of the same explanation are in the same unit.
  public func adding(_ other: Explanation.Amount) -> Explanation.Amount {
    switch (self, other) {
    case (.time(let one), .time(let two)): .time(Span(microseconds: one.microseconds + two.microseconds))
    case (.days(let one), .days(let two)): .days(millionths: one + two)
    default: self
    }
  }
}
