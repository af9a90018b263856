/// Why a piece of time counted towards a term, or did not.
///
/// What the calendar closes, what a rule pauses and what the law leaves out are three different things.
public enum Why: Sendable, Hashable {
  /// It counted; on a day worked in place of another, with that day's name.
  case counted(swapped: CalendarDefinition.SpecialDay?)
  /// The calendar has no working time there.
  case closed(ClosedTime)
  /// A pause took working time away: the one at this place in the list that was asked about.
  case paused(Int)
  /// The way in which the law counts leaves it out.
  case rule(CountingRule)
}

/// Time in which nobody works by the calendar.
public enum ClosedTime: Sendable, Hashable {
  /// Before the first opening of a day, or after its last closing.
  case outsideHours
  /// Between two openings of one day.
  case breakTime
  /// A weekday that is off every week (Labour Code 2019 art. 111).
  case restDay
  /// A holiday (Labour Code 2019 arts 111, 112), or a day off that is worked for on another day.
  case dayOff(CalendarDefinition.SpecialDay)
  /// The calendar has not enough working time ahead.
  case endless
}

/// Time that the law's way of counting leaves out.
public enum CountingRule: String, Sendable, Hashable, CaseIterable {
  /// The day of the event is not counted (Civil Code 2015 art. 147).
  case dayOfReceipt = "day-of-receipt"
  /// Received after the cut-off of a same-day procedure, so that another day takes the place of that of receipt.
  case afterCutOff = "after-cut-off"
  /// The allowance is used up, and the term ends at 24:00 of its last day (Civil Code 2015 art. 148).
  case restOfLastDay = "rest-of-last-day"
  /// The last day is a day off, so that the next working day takes its place (Civil Code 2015 art. 148).
  case rolledOn = "rolled-on"
}
