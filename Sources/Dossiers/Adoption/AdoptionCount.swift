/// How many procedures of a group count, how many of them the post serves, and how many its target wants.
///
/// A group of several levels is held against the target of each for its own procedures: what is wanted is their sum.
public struct AdoptionCount: Sendable, Hashable {
  /// How a group stands against its target.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// It has no procedure that counts.
    case none
    /// No plan had set a target yet.
    case unmeasured
    /// The target is reached.
    case reached
    /// It is not, but half of what it wants is served.
    case near
    /// Less than half of what the target wants is served.
    case far
  }

  /// The procedures by agency that count: all but the unsuitable.
  public private(set) var counted = 0
  /// Those of them that the post serves.
  public private(set) var served = 0
  /// Those with an agreement in force that are not served yet.
  public private(set) var agreed = 0
  /// Those that are left out of the count, as the law wants the citizen in person.
  public private(set) var unsuitable = 0
  /// Whether a target that is in force no more stands in.
  public private(set) var isByLapsed = false
  /// What is wanted served, in ten-thousandths of a procedure; nil where something counts that has no target.
  private var wanted: Int? = 0

  /// A count of nothing.
  public init() {}

  init(_ offers: some Sequence<Offer>, _ measures: [Agency.Level: Measure]) {
    for offer in offers {
      guard offer.standing != .unsuitable else {
        unsuitable += 1
        continue
      }
      counted += 1
      if offer.standing == .served { served += 1 }
      if offer.standing == .agreed { agreed += 1 }
      let measure = measures[offer.level]
      wanted = wanted.flatMap { sum in measure.map { sum + $0.target.share.parts } }
      if measure?.isLapsed ?? false { isByLapsed = true }
    }
  }

  /// The share served, rounded down; nil where nothing counts.
  public var share: Share? { Share(served, of: counted) }

  /// The share wanted, rounded down; nil where nothing counts or a target is missing.
  public var target: Share? { counted == 0 ? nil : wanted.flatMap { Share(parts: $0 / counted) } }

  /// The fewest procedures that must be served to reach the target; nil where it is missing.
  public var needed: Int? { wanted.map { ($0 + Share.whole - 1) / Share.whole } }

  /// How many more must be served to reach the target; nil where it is missing.
  public var missing: Int? { needed.map { max(0, $0 - served) } }

  /// How it stands against its target.
  public var verdict: Verdict {
    guard counted > 0 else { return .none }
    guard let needed else { return .unmeasured }
    if served >= needed { return .reached }
    return served * 2 >= needed ? .near : .far
  }
}
