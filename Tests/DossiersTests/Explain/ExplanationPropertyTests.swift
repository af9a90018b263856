import Dossiers
import TestSupport
import Testing

struct ExplanationPropertyTests {
  @Test("the pieces follow each other from the start to the due instant, and use the allowance up")
  func addsUp() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.moment(using: &random)
      let pauses = drawn.pauses(using: &random)
      let allowance = Allowance.random(using: &random)
      let told = drawn.calendar.explanation(of: allowance, from: start, pauses: pauses, agency: drawn.agency)
      let due = drawn.calendar.dueDate(from: start, allowance, pauses: pauses, agency: drawn.agency)

      #expect(told.dueDate == due, "seed \(seed)")
      #expect(zip(told.pieces, told.pieces.dropFirst()).allSatisfy { $0.until == $1.from }, "seed \(seed)")
      #expect(told.pieces.allSatisfy { piece in piece.until.map { piece.from < $0 } ?? true }, "seed \(seed)")
      #expect(zip(told.pieces, told.pieces.dropFirst()).allSatisfy { $0.why != $1.why }, "seed \(seed)")
      if let end = due.due {
        #expect(told.pieces.first?.from ?? end == start, "seed \(seed)")
        #expect(told.pieces.last?.until ?? start == end, "seed \(seed)")
        #expect(told.pieces.reduce(0) { $0 + $1.used.number } == told.total.number, "seed \(seed)")
      } else {
        #expect(told.pieces.last?.until == nil, "seed \(seed)")
        #expect(told.pieces.reduce(0) { $0 + $1.used.number } <= told.total.number, "seed \(seed)")
      }
      #expect(told.total.number == allowance.number || allowance.number == 0, "seed \(seed)")
      #expect(told.pieces.allSatisfy { $0.used.number == 0 || $0.why.isCounted }, "seed \(seed)")
    }
  }

  @Test("the pieces add up as well where the day of the start is the first day of the term")
  func addsUpFromFirstDay() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.moment(using: &random)
      let pauses = drawn.pauses(using: &random)
      let told = drawn.calendar.explanation(
        of: .random(using: &random), from: start, countsFirstDay: true, pauses: pauses, agency: drawn.agency)
      #expect(zip(told.pieces, told.pieces.dropFirst()).allSatisfy { $0.until == $1.from }, "seed \(seed)")
      if let end = told.dueDate.due {
        #expect(told.pieces.last?.until ?? start == end, "seed \(seed)")
        #expect(told.pieces.reduce(0) { $0 + $1.used.number } == told.total.number, "seed \(seed)")
      } else {
        #expect(told.pieces.last?.until == nil, "seed \(seed)")
      }
    }
  }

  @Test("what an explanation calls paused lies in that pause, and what it calls counted in none")
  func namesTheRightPause() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let pauses = drawn.pauses(using: &random)
      let told = drawn.calendar.explanation(
        of: .random(using: &random), from: drawn.moment(using: &random), pauses: pauses, agency: drawn.agency)
      for piece in told.pieces {
        switch piece.why {
        case .paused(let index):
          let pause = pauses[index]
          #expect(pause.from <= piece.from, "seed \(seed)")
          #expect(pause.until.map { until in piece.until.map { $0 <= until } ?? false } ?? true, "seed \(seed)")
        case .counted:
          let end = piece.until ?? .distantFuture
          #expect(
            pauses.allSatisfy { pause in
              let until = pause.until ?? .distantFuture
              return until <= pause.from || until <= piece.from || end <= pause.from
            }, "seed \(seed)")
        case .closed, .rule: break
        }
      }
    }
  }
}

extension Explanation.Amount {
  /// The amount in its own smallest unit.
  var number: Int64 {
    switch self {
    case .time(let span): span.microseconds
    case .days(let millionths): millionths
    }
  }
}

extension Why {
  var isCounted: Bool { if case .counted = self { true } else { false } }
}

extension Allowance {
  /// The allowance in the smallest unit of an explanation's amounts.
  var number: Int64 {
    switch self {
    case .workingHours(let seconds), .hours(let seconds): seconds * 1_000_000
    case .workingDays(let millionths), .days(let millionths): millionths
    }
  }

  /// A term of any kind: mostly whole, sometimes none, sometimes with a fraction.
  static func random(using random: inout SeededGenerator) -> Allowance {
    let days = Int64.random(in: 0...7, using: &random) * 1_000_000
    let part = Int.random(in: 0..<4, using: &random) == 0 ? Int64.random(in: 1..<1_000_000, using: &random) : 0
    let seconds = Int64.random(in: 0...200_000, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0, 1: return .workingDays(millionths: days + part)
    case 2: return .days(millionths: days + part)
    case 3: return .workingHours(seconds: seconds)
    default: return .hours(seconds: seconds)
    }
  }
}
