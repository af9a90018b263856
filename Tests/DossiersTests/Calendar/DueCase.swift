import Dossiers
import TestSupport
import Testing

/// One row of a table: a term, when it ends, and why that is worth a row.
struct DueCase: Sendable, CustomTestStringConvertible {
  let reason: String
  let start: String
  let allowance: Allowance
  let pauses: [Pause]
  let agency: AgencyCode?
  /// A last day, or an instant for a term in hours; nil where nothing is due.
  let due: String?

  init(
    _ reason: String, _ start: String, _ allowance: Allowance, paused: [(String, String?)] = [],
    agency: String? = nil, due: String?
  ) {
    self.reason = reason
    self.start = start
    self.allowance = allowance
    pauses = paused.map { Pause(from: instant($0), until: $1.map { instant($0) }) }
    self.agency = agency.map { code($0) }
    self.due = due
  }

  var testDescription: String { reason }

  func check(by calendar: WorkingCalendar = SampleRules.calendar) {
    let found = calendar.dueDate(from: instant(start), allowance, pauses: pauses, agency: agency)
    if allowance.isInDays {
      #expect(found.lastDay?.description == due)
      #expect(found.due == due.map { day($0).end })
    } else {
      #expect(found.due == due.map { instant($0) })
      #expect(found.lastDay == nil)
    }
  }
}

extension Allowance {
  static func working(_ hours: Int, _ minutes: Int = 0, _ seconds: Int = 0) -> Allowance {
    .workingHours(seconds: Int64(hours * 3600 + minutes * 60 + seconds))
  }
}
