import Dossiers
import TestSupport
import Testing

struct FarExplanationTests {
  @Test(
    "no term, however absurd, stops an explanation",
    arguments: [
      Allowance.workingDays(millionths: .min), .days(millionths: .min), .workingHours(seconds: .min),
      .hours(seconds: .min), .hours(seconds: .max), .workingHours(seconds: .max), .workingDays(millionths: 7),
      .days(millionths: 7),
    ])
  func absurd(_ allowance: Allowance) {
    let starts: [Instant] = [
      .distantPast, .distantFuture, Instant(microseconds: .min), Instant(microseconds: .max),
      instant("9999-12-30 12:00"),
    ]
    for start in starts {
      for pauses in [[], [Pause(from: .distantPast, until: start)], [Pause(from: start, until: nil)]] {
        let told = SampleRules.calendar.explanation(of: allowance, from: start, pauses: pauses)
        #expect(zip(told.pieces, told.pieces.dropFirst()).allSatisfy { $0.until == $1.from })
      }
    }
  }
}
