/// A stretch of time that does not count; without `until` it has no end yet.
public struct Pause: Sendable, Hashable, Codable {
  /// From when.
  public let from: Instant
  /// Until when, nil while it lasts.
  public let until: Instant?

  /// The stretch from `from` to `until`.
  public init(from: Instant, until: Instant?) {
    self.from = from
    self.until = until
  }

  /// The same time as stretches that neither overlap nor touch, in order; empty ones fall out.
  public static func merged(_ pauses: [Pause]) -> [Pause] {
    guard !pauses.isEmpty else { return [] }
    var result: [Pause] = []
    for pause in pauses.sorted(by: { $0.from < $1.from }) {
      if let until = pause.until, until <= pause.from { continue }
      guard let last = result.last, last.until.map({ pause.from <= $0 }) ?? true else {
        result.append(pause)
        continue
      }
      let until = last.until.flatMap { end in pause.until.map { max(end, $0) } }
      result[result.count - 1] = Pause(from: last.from, until: until)
    }
    return result
  }
}
