import Dossiers

/// The languages that a report is written in.
public enum ReportLanguage: String, Sendable, CaseIterable {
  /// Vietnamese.
  case vi
  /// English.
  case en

  func callAsFunction(_ vietnamese: String, _ english: String) -> String { self == .vi ? vietnamese : english }

  /// A number to `places` places, with the signs between digits that its readers write.
  func number(_ value: Double, places: Int = 2) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let whole = Int((value.magnitude * Double(scale)).rounded())
    var text = number(whole / scale)
    if places > 0 {
      let rest = String(whole % scale)
      text += self(",", ".") + String(repeating: "0", count: places - rest.utf8.count) + rest
    }
    return value < 0 && whole > 0 ? "−" + text : text
  }

  /// A whole number, its thousands apart.
  func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text += self(".", ",") }
      text.append(digit)
    }
    return value < 0 ? "−" + text : text
  }

  /// A day.
  func day(_ date: LocalDate) -> String {
    let (year, month, day) = date.components
    return self("\(ReportLanguage.two(day))/\(ReportLanguage.two(month))/\(year)", "\(date)")
  }

  /// An instant, to the second.
  func moment(_ instant: Instant) -> String {
    let time = String(instant.clockTime.prefix(8))
    return self("\(time) ngày \(day(LocalDate(instant)))", "\(LocalDate(instant)) \(time) (UTC+7)")
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Agency.Level {
  func name(_ language: ReportLanguage) -> String {
    switch self {
    case .department: language("Sở, ngành", "departments")
    case .central: language("Cơ quan trung ương", "central agencies")
    case .district: language("UBND huyện", "districts")
    case .commune: language("UBND xã", "communes")
    }
  }
}
