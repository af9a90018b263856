public import Dossiers

/// A story told event by event, to be folded and asked what stands at an instant.
///
/// Every answer is asked for three times: of the story as told, of the story told backwards, and of one in which each
/// event is told twice; they must agree.
public struct Scenario: Sendable {
  /// What was told, in the order of telling.
  public private(set) var events: [Event] = []
  /// The rules by which it is judged.
  public var rules: Rules
  /// How long a scan may wait for its acceptance.
  public var unclaimedAfter = Span.days(3)

  /// A story of which nothing was told yet.
  public init(rules: Rules = SampleRules.rules) {
    self.rules = rules
  }

  /// The item that most stories are about.
  public static let item = "EA123456785VN"
  /// The dossier that most stories are about.
  public static let dossier = "H18.101-260302-0001"

  /// Adds an event and returns its identity, so that it can be voided.
  @discardableResult
  public mutating func tell(_ fact: Fact, at time: String, by source: String) -> EventIdentity {
    guard let source = EventSource(source) else { preconditionFailure("'\(source)' is no source") }
    let identity = EventIdentity(source: source, id: "e\(events.count + 1)")
    events.append(Event(identity: identity, time: instant(time), fact: fact))
    return identity
  }

  /// Takes back what was told of `identity` and who took it back, as if neither had been said.
  public func without(_ identities: Set<EventIdentity>) -> Scenario {
    var other = self
    other.events.removeAll { identities.contains($0.identity) }
    return other
  }

  /// A report on each dossier and each item without one, at `now`.
  /// - Throws: `ScenarioError.dependsOnArrival` where the order or number of copies makes a difference.
  public func reports(at now: String) throws(ScenarioError) -> [CaseReport] {
    let told = reports(of: events, at: now)
    guard told == reports(of: events.reversed(), at: now), told == reports(of: events + events.shuffled(), at: now)
    else { throw .dependsOnArrival }
    return told
  }

  /// The report on one dossier, or on the item without a dossier where `dossier` is nil.
  /// - Throws: `ScenarioError` where there is none, or where arrival makes a difference.
  public func report(_ dossier: String? = Scenario.dossier, at now: String) throws(ScenarioError) -> CaseReport {
    guard let report = try reports(at: now).first(where: { $0.dossier?.text == dossier }) else { throw .noReport }
    return report
  }

  private func reports(of events: [Event], at now: String) -> [CaseReport] {
    OfflineFold(events, rules: rules).reports(at: instant(now), unclaimedAfter: unclaimedAfter)
  }
}

/// What is wrong with a story's report.
public enum ScenarioError: Error {
  /// The same events, told otherwise, gave another report.
  case dependsOnArrival
  /// Nothing is reported of the dossier asked for.
  case noReport
}
