import Dossiers
import Foundation

/// Folds chunk after chunk of random events, some of them as far off as the contract allows; a trap ends the process.
public struct FoldFuzz: Sendable {
  /// The events so far.
  public private(set) var count: UInt64 = 0
  /// The reports so far.
  public private(set) var reports = 0

  private let rules = SampleRules.merging
  private var random: SeededGenerator
  private var extremes: Extremes
  private var anything: RandomEvents

  /// A run that draws the same events for the same seed.
  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    extremes = Extremes(random: SeededGenerator(seed: seed &+ 1))
    anything = RandomEvents(seed: seed &+ 2)
  }

  /// Folds chunks until there were `events`; false where a history that is extended event by event is another one.
  /// - Throws: whatever the encoder of a report throws.
  public mutating func run(_ events: UInt64) throws -> Bool {
    while count < events { guard try chunk() else { return false } }
    return true
  }

  private mutating func chunk() throws -> Bool {
    var events = ScenarioEvents.draw(using: &random)
    for _ in 0..<Int.random(in: 0..<5, using: &random) {
      if let event = anything.next() { events.append(event) }
    }
    if Bool.random(using: &random) { events = events.map { extremes.bend($0) } }
    count += UInt64(events.count)

    let standing = StandingEvents(events).events
    for item in Set(standing.compactMap(\.concernedItem)) {
      guard extends(item, standing.filter { $0.concernedItem == item }) else { return false }
    }
    let now = Int.random(in: 0..<3, using: &random) == 0 ? extremes.instant() : events.first?.time ?? .distantPast
    let made = OfflineFold(events, rules: rules).reports(at: now, unclaimedAfter: .days(7))
    reports += made.count
    if Int.random(in: 0..<20, using: &random) == 0 { _ = try JSONEncoder().encode(made) }
    return true
  }

  /// Whether a history that takes the events as they come, anew where it must be, ends as one folded at once.
  private mutating func extends(_ item: ItemID, _ events: [Event]) -> Bool {
    var told = events.shuffled(using: &random)
    if Bool.random(using: &random) { told.sort { $0.time < $1.time } }
    var history = ItemHistory(item: item)
    for place in told.indices where history.extend(with: told[place], rules: rules) == nil {
      history = ItemHistory(item: item, folding: Array(told[...place]), rules: rules)
    }
    return history == ItemHistory(item: item, folding: events, rules: rules)
  }
}
