/// All that says who is told of what, and when.
public struct Routing: Sendable, Hashable {
  /// The root of the route tree; it takes every alert.
  public var tree: Route
  /// The time of day, in seconds after midnight, of the daily digest to each lead on working days; nil for none.
  public var digestAt: Int?
  /// What to acknowledge an alert does.
  public var acknowledgement: Acknowledgement
  /// After how much of its own opening time without a sign of life an office is silent; nil for never.
  public var silentOfficeAfter: Span?
  /// How long a gap in a device's sequence may stay open before it is an alert; nil for ever.
  public var gapAfter: Span?
  /// How long after the end of its day a hand-over list is compared with the scans; nil for never.
  public var tallyAfter: Span?
  /// The longest silence that an operator may order.
  public var longestSilence: Span

  /// Who is mailed the inspection report, month by month.
  public var reportTo: [Audience]

  /// Acknowledging holds back escalation and repeats.
  public struct Acknowledgement: Sendable, Hashable {
    /// For how much opening time of the agency.
    public var hold: Span
    /// The bound on all holds of one alert together.
    public var longestHold: Span
    /// How long a link in a mail can be used.
    public var linkValid: Span

    /// An acknowledgement of these lengths.
    public init(hold: Span = .hours(8), longestHold: Span = .hours(40), linkValid: Span = .days(7)) {
      self.hold = hold
      self.longestHold = longestHold
      self.linkValid = linkValid
    }
  }

  /// A routing of these parts.
  public init(
    tree: Route = .usual(), digestAt: Int? = nil, acknowledgement: Acknowledgement = Acknowledgement(),
    silentOfficeAfter: Span? = nil, gapAfter: Span? = nil, tallyAfter: Span? = nil,
    longestSilence: Span = .days(30), reportTo: [Audience] = [.provincialPost]
  ) {
    self.tree = tree
    self.digestAt = digestAt
    self.acknowledgement = acknowledgement
    self.silentOfficeAfter = silentOfficeAfter
    self.gapAfter = gapAfter
    self.tallyAfter = tallyAfter
    self.longestSilence = longestSilence
    self.reportTo = reportTo
  }
}

extension Route {
  /// The tree where nothing else is configured: deadlines to whoever is responsible in opening hours, mishaps at once,
  /// the daemon's own matters to its operator, and what concerns an office as a whole to the provincial post.
  public static func usual(_ timing: Timing = Timing()) -> Route {
    var atAnyHour = timing
    atAnyHour.hours = .any
    atAnyHour.quiet = nil
    var atOnce = atAnyHour
    atOnce.groupWait = .zero
    return Route(
      name: "root", timing: timing,
      routes: [
        Route(name: "mishaps", matchers: [Matcher(.kind, ["lost", "damaged"])], timing: atAnyHour),
        Route(
          name: "daemon", matchers: [Matcher(.kind, ["deaf", "mail-refused", "calendar-horizon"])],
          audiences: [.operator], timing: atOnce),
        Route(
          name: "offices", matchers: [Matcher(.kind, ["silent-office", "sequence-gap", "tally-differs"])],
          audiences: [.provincialPost], timing: timing),
      ])
  }
}
