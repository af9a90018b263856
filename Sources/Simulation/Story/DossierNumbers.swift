import Dossiers

/// Hands out dossier codes, none twice.
struct DossierNumbers: Sendable {
  private var given: [LocalDate: [Int: Int]] = [:]

  /// The next code of an agency (the `bureau`-th) on a day; nil only where the agency's code would make it too long.
  mutating func take(_ agency: AgencyCode, _ bureau: Int, on date: LocalDate) -> DossierCode? {
    given[date, default: [:]][bureau, default: 0] += 1
    return given[date]?[bureau].flatMap { DossierCode(agency: agency, date: date, number: $0) }
  }

  /// Forgets the days before `date`, on which no dossier will be received any more.
  mutating func forget(before date: LocalDate) {
    given = given.filter { $0.key >= date }
  }
}

extension DossierCode {
  /// The code made of agency, day of receipt as yymmdd, and number of the day with four digits or more.
  init?(agency: AgencyCode, date: LocalDate, number: Int) {
    let (year, month, day) = date.components
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    self.init("\(agency)-\(String(1_000_000 + year % 100 * 10_000 + month * 100 + day).dropFirst())-\(zeros)\(digits)")
  }
}
