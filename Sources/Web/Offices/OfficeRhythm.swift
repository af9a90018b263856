import Dossiers
import Logging

/// What an office scanned on each day of the last weeks, as it was known a little while ago.
struct OfficeScans {
  /// Nil while nothing is known yet.
  let known: Instant?
  let days: [OfficeDay]
}

extension Site {
  /// How many weeks an office's rhythm shows before the one that runs.
  private static let weeks = 4

  /// The scans of `office` on each day of the last weeks. They are read for all offices at once, from the log alone.
  func scans(of office: OfficeCode, _ logger: Logger) async -> OfficeScans {
    let today = LocalDate(now())
    let first = today.monday.adding(-7 * Site.weeks)
    let question = FigureBook.Question(
      period: Period(from: first, to: today) ?? Period(day: today), isOfScansAlone: true)
    let kept = await figureBook.figures(question, logger: logger)
    return OfficeScans(
      known: kept?.known, days: kept?.figures?.days(of: office, calendar: source.calendar()) ?? [])
  }
}
