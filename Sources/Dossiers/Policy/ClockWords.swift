/// What starts, meets, cancels, pauses, resumes and restarts a clock.
public struct ClockWords: Sendable, Hashable, Codable {
  /// A run begins, where none runs.
  public var starts: Moments
  /// What was owed is done.
  public var meets: Moments
  /// The same, where the appointment slip must be brought back.
  public var meetsWithSlip: Moments?
  /// Nothing is owed any more.
  public var cancels: Moments
  /// The clock stands still.
  public var pauses: Moments
  /// It goes on; a moment that ends one kind of pause ends pauses of that kind alone.
  public var resumes: Moments
  /// The run ends unmet and another one begins.
  public var restarts: Moments
  /// A breach sends no mail of its own where this came in time; the figure stays.
  public var mutes: Moments

  /// A clock of these words.
  public init(
    starts: Moments, meets: Moments, meetsWithSlip: Moments? = nil, cancels: Moments = [], pauses: Moments = [],
    resumes: Moments = [], restarts: Moments = [], mutes: Moments = []
  ) {
    self.starts = starts
    self.meets = meets
    self.meetsWithSlip = meetsWithSlip
    self.cancels = cancels
    self.pauses = pauses
    self.resumes = resumes
    self.restarts = restarts
    self.mutes = mutes
  }

  /// Every word.
  var all: Moments {
    [starts, meets, meetsWithSlip ?? [], cancels, pauses, resumes, restarts, mutes].reduce([]) { $0.union($1) }
  }

  func meets(withSlip: Bool) -> Moments { withSlip ? meetsWithSlip ?? meets : meets }
}

extension ClockWords {
  /// Whether whatever ends a shipment also ends the clock, and begins it never again.
  var endWithShipment: Bool {
    [Moment.delivered, .handedBack, .withdrawn].allSatisfy { moment in
      meets(withSlip: false).union(cancels).has(moment) && !starts.has(moment) && !restarts.has(moment)
    }
  }
}
