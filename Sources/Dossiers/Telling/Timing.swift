/// When the mails of a route leave.
public struct Timing: Sendable, Hashable, Codable {
  /// The hours in which they may.
  public enum Hours: String, Sendable, Hashable, CaseIterable, Codable {
    /// At any time.
    case any
    /// In the opening hours of the receiver's agency, or of the state where it has none.
    case opening
  }

  /// What the alerts of one mail have in common.
  public var groupBy: [AlertLabels.Name]
  /// How long the first alert of a group waits for others.
  public var groupWait: Span
  /// The least time between two mails of a group.
  public var groupInterval: Span
  /// After how long an alert that still stands is told again; nil for never.
  public var repeatInterval: Span?
  /// The hours in which mails may leave.
  public var hours: Hours
  /// A stretch of each day in which none leaves, over midnight where it ends before it begins; nil for none.
  public var quiet: Quiet?

  /// A stretch of the day.
  public struct Quiet: Sendable, Hashable, Codable {
    /// Seconds after midnight.
    public let from: Int
    /// Seconds after midnight.
    public let until: Int

    /// A stretch from one time of the day to another, over midnight where it ends before it begins; nil where it is
    /// empty or no time of a day.
    public init?(from: Int, until: Int) {
      guard (0..<86_400).contains(from), (0..<86_400).contains(until), from != until else { return nil }
      self.from = from
      self.until = until
    }
  }

  /// A timing of these parts.
  public init(
    groupBy: [AlertLabels.Name] = [.agency], groupWait: Span = .seconds(60), groupInterval: Span = .minutes(10),
    repeatInterval: Span? = nil, hours: Hours = .opening, quiet: Quiet? = nil
  ) {
    self.groupBy = groupBy
    self.groupWait = groupWait
    self.groupInterval = groupInterval
    self.repeatInterval = repeatInterval
    self.hours = hours
    self.quiet = quiet
  }

  /// The first instant from `earliest` on at which a mail may leave; `earliest` where none ever may.
  public func leaves(atOrAfter earliest: Instant, opening schedule: Schedule) -> Instant {
    var leaves = earliest
    // The end of a quiet stretch may lie outside the opening hours, and an opening within a quiet stretch.
    for _ in 0..<8 {
      let awake = quiet.map { $0.end(at: leaves) } ?? leaves
      guard let open = hours == .any ? awake : schedule.opening(atOrAfter: awake) else { return earliest }
      if open == leaves { return leaves }
      leaves = open
    }
    return earliest
  }
}

extension Timing.Quiet {
  /// `instant`, or the end of the stretch that it lies in.
  func end(at instant: Instant) -> Instant {
    let day = LocalDate(instant)
    let second = instant.since(day.start).seconds
    if from < until {
      return second >= from && second < until ? day.at(secondOfDay: until) : instant
    }
    if second >= from { return day.adding(1).at(secondOfDay: until) }
    return second < until ? day.at(secondOfDay: until) : instant
  }
}
