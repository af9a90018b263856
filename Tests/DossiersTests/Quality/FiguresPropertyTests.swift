import Dossiers
import TestSupport
import Testing

struct FiguresPropertyTests {
  private static let scopes = ["2026-03", "2026-05"].compactMap { Period(month: $0) }.flatMap { period in
    [
      FigureScope(period: period, known: instant("2027-06-01 00:00")),
      FigureScope(period: period, known: instant("2026-03-12 10:00")),
      FigureScope(period: period, known: instant("2027-06-01 00:00"), agency: code("H18.101")),
      FigureScope(period: period, known: instant("2027-06-01 00:00"), district: "094"),
    ]
  }

  @Test("figures of parts, in whatever order, merge into those of the whole")
  func parts() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let events = ScenarioEvents.draw(using: &random)
      let rules = SampleRules.allClocks
      for scope in Self.scopes {
        let whole = Judged(events, rules: rules, scope).figures
        let empty = QualityFigures(scope, calendar: rules.calendars.latest, registry: rules.registries.latest)
        var parts = Array(repeating: empty, count: 4)
        for piece in JudgedPiece.all(of: events, rules: rules).shuffled(using: &random) {
          piece.add(to: &parts[Int.random(in: 0..<4, using: &random)])
        }
        var merged = empty
        for part in parts.shuffled(using: &random) { merged.merge(part) }
        #expect(merged == whole && merged.indicators == whole.indicators, "seed \(seed)")
      }
    }
  }

  @Test("the same events have the same figures, in whatever order and however often they are told")
  func arrival() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let events = ScenarioEvents.draw(using: &random)
      let copies = events.filter { _ in Bool.random(using: &random) }
      let again = (events + copies).shuffled(using: &random)
      for scope in Self.scopes {
        let told = Judged(events, rules: SampleRules.merging, scope).figures
        #expect(Judged(again, rules: SampleRules.merging, scope).figures.indicators == told.indicators, "seed \(seed)")
      }
    }
  }

  @Test("a share has a value where there is something to judge, never below nothing nor above the whole")
  func shares() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let events = ScenarioEvents.draw(using: &random)
      for scope in Self.scopes {
        for indicator in Judged(events, rules: SampleRules.allClocks, scope).figures.indicators {
          #expect(indicator.denominator > 0 || indicator.value == nil)
          #expect(indicator.value.map { $0.isFinite && $0 >= 0 } ?? true)
          guard indicator.kind.unit == .percent, let numerator = indicator.numerator else { continue }
          #expect(numerator <= indicator.denominator)
        }
      }
    }
  }
}
