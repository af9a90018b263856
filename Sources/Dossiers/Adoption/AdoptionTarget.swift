/// What share of the procedures of a level of agency a plan wants the post to serve.
public struct AdoptionTarget: Sendable, Hashable {
  /// The level.
  public let level: Agency.Level
  /// From when until when it is in force.
  public let days: DayRange
  /// The share.
  public let share: Share
  /// The plan that sets it.
  public let source: String

  /// A target of these parts.
  public init(level: Agency.Level, days: DayRange, share: Share, source: String) {
    self.level = level
    self.days = days
    self.share = share
    self.source = source
  }
}

/// What a level is measured by on a day.
public struct Measure: Sendable, Hashable {
  /// The target.
  public let target: AdoptionTarget
  /// Whether it is in force no more, and only stands in until a later plan sets one.
  public let isLapsed: Bool
}

extension Sequence<AdoptionTarget> {
  /// What `level` is measured by on `day`: the target in force, or else the last one that was; nil before the first.
  public func measure(of level: Agency.Level, on day: LocalDate) -> Measure? {
    let own = filter { $0.level == level }
    if let target = own.first(where: { $0.days.contains(day) }) { return Measure(target: target, isLapsed: false) }
    let ended = own.filter { $0.days.last.map { $0 < day } ?? false }
    return ended.max { ($0.days.last ?? day) < ($1.days.last ?? day) }.map { Measure(target: $0, isLapsed: true) }
  }
}
