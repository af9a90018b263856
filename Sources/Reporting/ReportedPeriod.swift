public import Dossiers

/// What a period is called, and by when the law wants its report.
public struct ReportedPeriod: Sendable, Hashable {
  enum Form: Hashable {
    case month(Int)
    case quarter(Int)
    case half(Int)
    case year
    case other
  }

  /// The days.
  public let period: Period
  let form: Form

  /// What `period` is called.
  public init(_ period: Period) {
    self.period = period
    let (year, month, _) = period.first.components
    let forms: [(Form, Period?)] = [
      (.month(month), Period(month: "\(year)-\(ReportLanguage.two(month))")),
      (.quarter(month / 3 + 1), Period(quarter: "\(year)-Q\(month / 3 + 1)")),
      (.half(month / 6 + 1), Period(half: "\(year)-H\(month / 6 + 1)")), (.year, Period(year: "\(year)")),
    ]
    form = forms.first { $0.1 == period }?.0 ?? .other
  }

  private var year: Int { period.first.components.year }

  /// Its name within a file's name.
  public var fileName: String {
    switch form {
    case .month(let month): "\(year)-\(ReportLanguage.two(month))"
    case .quarter(let quarter): "\(year)-Q\(quarter)"
    case .half(let half): "\(year)-H\(half)"
    case .year: "\(year)"
    case .other: "\(period.first)_\(period.last)"
    }
  }

  func name(_ language: ReportLanguage) -> String {
    switch form {
    case .month(let month): language("tháng \(month) năm \(year)", "month \(month) of \(year)")
    case .quarter(let quarter):
      language("quý \(["I", "II", "III", "IV"][quarter - 1]) năm \(year)", "quarter \(quarter) of \(year)")
    case .half(let half): language("6 tháng \(half == 1 ? "đầu" : "cuối") năm \(year)", "half-year \(half) of \(year)")
    case .year: language("năm \(year)", "the year \(year)")
    case .other: "\(language.day(period.first)) – \(language.day(period.last))"
    }
  }

  /// The first day on which a report of it would be late (Circular 17/2017/TT-BTTTT art. 13); nil where that article
  /// wants none. The second half of a year is reported with the year.
  public var late: LocalDate? {
    switch form {
    case .quarter, .half(1), .year: period.last.adding(10)
    case .month, .half, .other: nil
    }
  }

  /// The month before that of `day`, and the periods that ended with it and of which the law wants a report, shortest
  /// first.
  public static func ended(before day: LocalDate) -> [Period] {
    let month = CalendarMonth(day).before(1)
    guard let period = Period(from: month.first, to: month.last) else { return [] }
    return [period] + ReportedPeriod(period).reported.map(\.period).filter { $0.last == period.last }
  }

  /// The periods in which its last day lies and of which the law wants a report, shortest first.
  public var reported: [ReportedPeriod] {
    let (year, month, _) = period.last.components
    return [
      Period(quarter: "\(year)-Q\((month + 2) / 3)"), Period(half: "\(year)-H\((month + 5) / 6)"),
      Period(year: "\(year)"),
    ].compactMap(\.self).map { ReportedPeriod($0) }.filter { $0.late != nil }
  }
}
