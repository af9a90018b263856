import Dossiers
import TestSupport

/// A calendar drawn by chance, with what a slow count needs to know of it.
struct RandomCalendar {
  let calendar: WorkingCalendar
  /// Whose opening hours terms in hours are counted in: the state's, or those of an agency with its own.
  let agency: AgencyCode?
  let schedule: Schedule
  private let definition: CalendarDefinition

  /// Around here special days are drawn.
  static let around = day("2026-03-02")

  init(using random: inout SeededGenerator) {
    var weekdays = (0..<7).map { _ in
      Int.random(in: 0..<4, using: &random) == 0 ? [] : RandomCalendar.stretches(using: &random)
    }
    if weekdays.allSatisfy(\.isEmpty) { weekdays[2] = [SampleRules.stretch(from: 25_200, until: 43_200)] }
    var special: [LocalDate: CalendarDefinition.SpecialDay] = [:]
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      special[RandomCalendar.around.adding(Int.random(in: -20...40, using: &random))] = .init(
        isWorked: Bool.random(using: &random), name: "", nameEn: "")
    }
    var own: [AgencyCode: OpeningHours] = [:]
    agency = Int.random(in: 0..<3, using: &random) == 0 ? code("H18.107") : nil
    if let agency {
      let weekday = Int.random(in: 0..<7, using: &random)
      var hours = weekdays
      hours[weekday] = RandomCalendar.stretches(using: &random)
      own[agency] = OpeningHours(weekdays: hours)
    }
    definition = CalendarDefinition(
      hours: OpeningHours(weekdays: weekdays), agencyHours: own, specialDays: special)
    calendar = WorkingCalendar(definition)
    schedule = calendar.schedule(of: agency)
  }

  /// One to three stretches of an hour or more, in whole minutes.
  private static func stretches(using random: inout SeededGenerator) -> [OpeningHours.Stretch] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let from = Int.random(in: 0..<1380, using: &random)
      return SampleRules.stretch(from: from * 60, until: Int.random(in: from + 60...1440, using: &random) * 60)
    }
  }

  /// An instant of the days around, to the minute.
  func minute(using random: inout SeededGenerator) -> Instant {
    RandomCalendar.around.start.advanced(by: .minutes(Int64.random(in: -20_000...40_000, using: &random)))
  }

  /// An instant of the days around, to the microsecond.
  func moment(using random: inout SeededGenerator) -> Instant {
    minute(using: &random).advanced(by: Span(microseconds: Int64.random(in: 0..<60_000_000, using: &random)))
  }

  /// Up to four pauses of the days around, which may overlap, be empty or, now and then, have no end.
  func pauses(using random: inout SeededGenerator) -> [Pause] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let from = minute(using: &random)
      let length = Span.minutes(Int64.random(in: 0...6000, using: &random))
      return Pause(
        from: from, until: Int.random(in: 0..<20, using: &random) == 0 ? nil : from.advanced(by: length))
    }
  }

  /// When the agency's office is open on `date`, told from the definition alone.
  func hours(on date: LocalDate) -> [OpeningHours.Stretch] {
    hours(on: date, agency.flatMap { definition.agencyHours[$0] } ?? definition.hours)
  }

  /// When the state's offices are open on `date`, told from the definition alone.
  func stateHours(on date: LocalDate) -> [OpeningHours.Stretch] { hours(on: date, definition.hours) }

  private func hours(on date: LocalDate, _ hours: OpeningHours) -> [OpeningHours.Stretch] {
    guard let special = definition.specialDays[date] else { return hours.weekdays[date.weekday] }
    guard special.isWorked else { return [] }
    return hours.weekdays.first { !$0.isEmpty } ?? []
  }

  /// Whether the day is worked, told from the definition alone.
  func isWorked(_ date: LocalDate) -> Bool {
    definition.specialDays[date]?.isWorked ?? !definition.hours.weekdays[date.weekday].isEmpty
  }
}

/// Runs `body` for `count` seeds, so that a failure can name the one to look at.
func forEachSeed(_ count: Int = 10_000, _ body: (UInt64, inout SeededGenerator) throws -> Void) rethrows {
  for seed in 0..<UInt64(count) {
    var random = SeededGenerator(seed: seed)
    try body(seed, &random)
  }
}
