import ArgumentParser
import Dossiers

/// Which days figures are made of.
struct PeriodOptions: ParsableArguments {
  @OptionGroup var choice: PeriodChoice

  /// The period that was named.
  var period: Period? { choice.period }

  func validate() throws {
    guard choice.isMade else {
      throw ValidationError("Expected one of --month, --quarter, --half, --year, --day, or --from with --to.")
    }
  }
}

/// Days that may be named.
struct PeriodChoice: ParsableArguments {
  @Option(help: ArgumentHelp("A month, such as 2026-10, or last.", valueName: "month"), transform: Self.month)
  var month: Period?

  @Option(help: ArgumentHelp("A quarter, such as 2026-Q3.", valueName: "quarter"), transform: Self.quarter)
  var quarter: Period?

  @Option(help: ArgumentHelp("A half-year, such as 2026-H1.", valueName: "half"), transform: Self.half)
  var half: Period?

  @Option(help: ArgumentHelp("A year, such as 2026.", valueName: "year"), transform: Self.year)
  var year: Period?

  @Option(help: ArgumentHelp("A day, such as 2026-10-05.", valueName: "date"), transform: Self.oneDay)
  var day: Period?

  @Option(help: ArgumentHelp("The first day of any period.", valueName: "date"), transform: Reading.date)
  var from: LocalDate?

  @Option(help: ArgumentHelp("The last day of any period.", valueName: "date"), transform: Reading.date)
  var to: LocalDate?

  /// Whether any were named.
  var isMade: Bool { !named.isEmpty || from != nil || to != nil }

  private var named: [Period] { [month, quarter, half, year, day].compactMap(\.self) }

  /// The period that was named.
  var period: Period? {
    if let named = named.first { return named }
    guard let from, let to else { return nil }
    return Period(from: from, to: to)
  }

  func validate() throws {
    guard isMade else { return }
    guard named.count + (from == nil && to == nil ? 0 : 1) == 1 else {
      throw ValidationError("Expected only one of --month, --quarter, --half, --year, --day, or --from with --to.")
    }
    guard period != nil else { throw ValidationError("Expected --from with --to, which is not before it.") }
  }

  private static func month(_ text: String) throws -> Period {
    let month = text == "last" ? "\(CalendarMonth(LocalDate(.current)).before(1))" : text
    return try read(Period(month: month), "a month such as 2026-10, or last")
  }
  private static func quarter(_ text: String) throws -> Period {
    try read(Period(quarter: text), "a quarter such as 2026-Q3")
  }
  private static func half(_ text: String) throws -> Period {
    try read(Period(half: text), "a half-year such as 2026-H1")
  }
  private static func year(_ text: String) throws -> Period { try read(Period(year: text), "a year such as 2026") }
  private static func oneDay(_ text: String) throws -> Period { Period(day: try Reading.date(text)) }

  private static func read(_ period: Period?, _ what: String) throws -> Period {
    guard let period else { throw ValidationError("Expected \(what).") }
    return period
  }
}
