import Dossiers
import TestSupport
import Testing

/// Draws a set of events for each seed and reports the smallest part of it, found by halving, that breaks `holds`.
func forEachDrawnSet(_ count: Int = 10_000, _ holds: ([Event], inout SeededGenerator) -> Bool) {
  for seed in 0..<UInt64(count) {
    var random = SeededGenerator(seed: seed)
    let events = ScenarioEvents.draw(using: &random)
    func breaks(_ part: [Event]) -> Bool {
      var again = SeededGenerator(seed: seed)
      return !holds(part, &again)
    }
    if breaks(events) {
      Issue.record("seed \(seed) breaks with \(described(shrunk(events, while: breaks)))")
      return
    }
  }
}

/// A part of `events` from which nothing can be taken without `breaks` turning false.
private func shrunk(_ events: [Event], while breaks: ([Event]) -> Bool) -> [Event] {
  var events = events
  var size = events.count / 2
  while size > 0 {
    var at = 0
    while at < events.count {
      let part = Array(events[..<at] + events[min(at + size, events.count)...])
      if breaks(part) { events = part } else { at += size }
    }
    size /= 2
  }
  return events
}

private func described(_ events: [Event]) -> String {
  events.map { "\n  \($0.time.rfc3339) \($0.identity.source.text) \($0.identity.id) \($0.fact)" }.joined()
}

/// What is reported of `events` at an instant in the middle of what is drawn, and at one after all of it.
func drawnReports(_ events: [Event], rules: Rules = SampleRules.merging) -> [CaseReport] {
  let fold = OfflineFold(events, rules: rules)
  return [instant("2026-03-12 10:00"), instant("2027-01-12 10:00")].flatMap {
    fold.reports(at: $0, unclaimedAfter: .days(3))
  }
}
