/// The rules for all clocks, in editions that each hold from a day on.
public struct Policy: Sendable, Hashable, Codable {
  /// The editions, oldest first, never empty.
  public let editions: [Edition]
  /// Whether a clock of one of them heeds the scans on the way, so that each of them may move a deadline.
  let watchesMoves: Bool
  /// Whether such a scan can only put off what falls due next, where another one came just before it: it then begins a
  /// further round of the way from scan to scan, of the same length, and no other clock heeds it.
  let movesDefer: Bool

  /// A policy of these editions, or nil where there is none.
  public init?(editions: [Edition]) {
    guard !editions.isEmpty else { return nil }
    self.editions = editions.sorted { $0.from < $1.from }
    watchesMoves = editions.contains { $0.inOrder.contains { $0?.heeded.has(.moved) ?? false } }
    movesDefer =
      editions.count == 1
      && ClockKind.allCases.allSatisfy { clock in
        guard let watched = editions[0].inOrder[clock.place], watched.heeded.has(.moved) else { return true }
        return clock == .move && watched.rule.words.starts.has(.moved) && watched.rule.words.starts.has(.accepted)
      }
  }

  /// The edition in force on `date`; the first one for days before it.
  public func edition(on date: LocalDate) -> Edition {
    editions.last { $0.from <= date } ?? editions[0]
  }

  /// The rules that hold from one day on.
  public struct Edition: Sendable, Hashable, Codable {
    /// The first day on which they hold.
    public let from: LocalDate
    /// The clocks that are watched, each with its rule.
    public let clocks: [ClockKind: ClockRule]
    /// The reasons of a hold that pause a postal clock.
    public let pausingReasons: Set<Reason>
    /// The rules in the order of `ClockKind`, to be found without a search.
    let inOrder: [Watched?]

    /// An edition of these parts.
    public init(from: LocalDate, clocks: [ClockKind: ClockRule], pausingReasons: Set<Reason>) {
      self.from = from
      self.clocks = clocks
      self.pausingReasons = pausingReasons
      inOrder = ClockKind.allCases.map { clock in clocks[clock].map { Watched(edition: from, rule: $0) } }
    }

    /// The rule of `clock`, or nil where it is not watched.
    public subscript(clock: ClockKind) -> ClockRule? { inOrder[clock.place]?.rule }

    /// Whether both say the same.
    public static func == (lhs: Edition, rhs: Edition) -> Bool {
      lhs.from == rhs.from && lhs.clocks == rhs.clocks && lhs.pausingReasons == rhs.pausingReasons
    }

    /// Feeds what the edition says.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(from)
      hasher.combine(clocks)
      hasher.combine(pausingReasons)
    }
  }

  /// A clock's rule with its edition, kept in one place, as every run of the clock refers to it.
  final class Watched: Sendable {
    /// The first day of the edition.
    let edition: LocalDate
    /// The rule.
    let rule: ClockRule
    /// Every moment that means something to the clock.
    let heeded: Moments
    /// A run that ends sooner than this was neither missed nor warned of.
    let quick: Span

    init(edition: LocalDate, rule: ClockRule) {
      self.edition = edition
      self.rule = rule
      heeded = rule.words.all
      quick = rule.warning == .none ? rule.term.least : .zero
    }
  }
}

extension ClockKind {
  /// Its place among all kinds.
  var place: Int {
    switch self {
    case .collect: 0
    case .return: 1
    case .invite: 2
    case .move: 3
    case .hold: 4
    case .process: 5
    case .askSupplement: 6
    case .supplement: 7
    case .consult: 8
    case .promise: 9
    case .postResult: 10
    }
  }
}
