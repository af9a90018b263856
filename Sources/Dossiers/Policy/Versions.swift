/// The recorded versions of one kind of rule, each in force from its recording until the next.
public struct Versions<Value: Sendable>: Sendable {
  /// Never empty. All in one array, so that the rules can be handed on at the price of a reference.
  private var versions: [(recorded: Instant, value: Value)]

  /// Versions that begin with `first`, which also holds for the time before it was recorded.
  public init(_ first: Value) {
    versions = [(.distantPast, first)]
  }

  /// Adds a version recorded at `recorded`, which must not be earlier than the ones before it.
  public mutating func append(_ value: Value, recorded: Instant) {
    let place = versions.dropFirst().lastIndex { $0.recorded <= recorded } ?? 0
    versions.insert((recorded, value), at: place + 1)
  }

  /// The version last recorded at or before `instant`; the first one for earlier instants.
  public func inForce(at instant: Instant) -> Value {
    versions[versions.lastIndex { $0.recorded <= instant } ?? 0].value
  }

  /// The versions recorded after `start` and, where there is one, not after `end`, each with its recording.
  public func changes(after start: Instant, until end: Instant? = nil) -> [(recorded: Instant, value: Value)] {
    versions.dropFirst().filter { $0.recorded > start && $0.recorded <= end ?? .distantFuture }
  }

  /// Whether `holds` is true of any version.
  func contains(where holds: (Value) -> Bool) -> Bool {
    versions.contains { holds($0.value) }
  }

  /// The version last recorded.
  public var latest: Value { versions[versions.count - 1].value }

  /// The version, where there never was another; nil where there was.
  var only: Value? { versions.count == 1 ? versions[0].value : nil }

  /// The version in force at `instant`, or the next one, that `holds` what is looked for.
  public func inForce<Found>(at instant: Instant, holding look: (Value) -> Found?) -> Found? {
    if let found = look(inForce(at: instant)) { return found }
    for (recorded, value) in versions.dropFirst() where recorded > instant {
      if let found = look(value) { return found }
    }
    return look(latest)
  }
}
