/// A calendar ready to count with; kept in one place, as every deadline that is counted asks for it.
public final class WorkingCalendar: Sendable {
  /// What it was made from.
  public let definition: CalendarDefinition

  /// Kept, as every deadline that is counted asks for it.
  let decreedUntil: LocalDate?

  private let workingDays: DayCounter
  private let stateHours: Schedule
  private let agencyHours: [AgencyCode: Schedule]

  /// Prepares `definition` for counting.
  public init(_ definition: CalendarDefinition) {
    self.definition = definition
    decreedUntil = definition.decreedUntil
    // Where no weekday has hours, a day worked in place of another has none either.
    let swapped = definition.hours.ofSwappedDay.isEmpty ? 0 : 1
    workingDays = DayCounter(
      weekly: definition.hours.weekdays.map { $0.isEmpty ? 0 : 1 },
      exceptions: definition.specialDays.mapValues { $0.isWorked ? swapped : 0 })
    stateHours = Schedule(definition.hours, special: definition.specialDays)
    agencyHours = definition.agencyHours.mapValues { Schedule($0, special: definition.specialDays) }
  }

  /// Whether the state works on `date`.
  public func isWorkingDay(_ date: LocalDate) -> Bool {
    workingDays(from: date, until: date.adding(1)) == 1
  }

  /// Working days from `date` on and before `end`.
  public func workingDays(from date: LocalDate, until end: LocalDate) -> Int {
    workingDays.before(end) - workingDays.before(date)
  }

  /// The `count`-th working day after `date`; `date` itself rolled on to a working day where `count` is 0; earlier
  /// ones where it is negative. Nil where there is none.
  public func workingDay(_ count: Int, after date: LocalDate) -> LocalDate? {
    if count == 0 { return workingDays.day(reaching: 1, from: date) }
    if count > 0 { return workingDays.day(reaching: count, from: date.adding(1)) }
    // The day with which the running sum passes that before the wanted day's own.
    return workingDays.day(summing: workingDays.before(date) - Int(min(count.magnitude, 10_000_000)) + 1)
  }

  /// The hours of `agency`, or the state's.
  public func schedule(of agency: AgencyCode?) -> Schedule {
    agency.flatMap { agencyHours[$0] } ?? stateHours
  }

  /// The first opening of the state's offices on `date`, or nil on a day off.
  public func opening(on date: LocalDate) -> Instant? {
    stateHours.stretches(on: date).first.map { date.at(secondOfDay: $0.from) }
  }
}
