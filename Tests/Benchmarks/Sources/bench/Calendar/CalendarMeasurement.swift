import Dossiers
import Settings

/// How many due dates the shipped calendar of ten years finds a second, and whether a longer term costs more.
struct CalendarMeasurement {
  private let calendar: WorkingCalendar
  private let starts: [Instant]

  /// Due dates in one round.
  private static let count = 200_000
  /// Rounds whose median counts.
  private static let rounds = 7
  /// The longest term, in working days.
  private static let longest = 250

  init(bench: Workbench) {
    calendar = WorkingCalendar(bench.rules.calendar)
    // Ten years from 2017-01-01 in steps that fall on every hour of the day and every day of the week.
    let (first, step) = (LocalDate(day: 17_167).start, Span.seconds(10 * 365 * 86_400 / Int64(Self.count) + 1))
    starts = (0..<Self.count).map { first.advanced(by: Span(microseconds: step.microseconds * Int64($0))) }
  }

  func run() -> [Figure] {
    Workbench.say("\(Self.count) due dates, \(Self.rounds) rounds")
    var mixed: [Double] = []
    var ratios: [Double] = []
    for _ in 1...Self.rounds {
      mixed.append(rate { $0 % Self.longest + 1 })
      let short = rate { _ in 1 }
      let long = rate { _ in Self.longest }
      ratios.append(short / long)
    }
    guard let perSecond = mixed.median, let ratio = ratios.median else { return [] }
    return [
      Figure("calendar.due_per_second", perSecond, "due dates/s", .atLeast(1_000_000)),
      Figure("calendar.ratio_250_to_1", ratio, "ratio", .below(1.5)),
    ]
  }

  /// Due dates a second for terms of as many working days as `length` says.
  private func rate(_ length: (Int) -> Int) -> Double {
    var found = 0
    let elapsed = ContinuousClock().measure {
      for (index, start) in starts.enumerated() {
        // Counted, so that no due date can be left out as unused.
        if calendar.dueDate(from: start, .workingDays(length(index))).due != nil { found += 1 }
      }
    }
    return Double(found) / (elapsed / .seconds(1))
  }
}
