import Dossiers
import TestSupport
import Testing

struct DurationHistogramTests {
  @Test("a quantile is never too long and less than a step too short, whatever was added in whatever parts")
  func bound() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let spans = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        Span.seconds(Int64.random(in: 0...1_000_000, using: &random))
      }
      var parts = [DurationHistogram(), DurationHistogram(), DurationHistogram()]
      for span in spans { parts[Int.random(in: 0..<3, using: &random)].add(span) }
      var whole = DurationHistogram()
      for part in parts.shuffled(using: &random) { whole.merge(part) }
      for percent in [1, 50, 90, 100] {
        let exact = spans.sorted()[(spans.count * percent + 99) / 100 - 1]
        let told = try #require(whole.quantile(percent: percent))
        #expect(told <= exact && exact.microseconds - told.microseconds < DurationHistogram.step.microseconds)
      }
    }
  }

  @Test("nothing has no quantile")
  func empty() {
    #expect(DurationHistogram().quantile(percent: 50) == nil)
  }
}
