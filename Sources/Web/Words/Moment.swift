import Dossiers

/// An instant or a day as a page shows it.
struct Moment {
  /// For machines: RFC 3339, or a date alone.
  let machine: String
  /// For people, in Vietnam's time.
  let human: String
}

extension Moment {
  init(_ instant: Instant, _ language: Language) {
    let time = instant.clockTime.prefix(5)
    let date = LocalDate(instant)
    self.init(
      machine: instant.rfc3339,
      human: language == .vi ? "\(time) \(date.vietnamese)" : "\(date) \(time)")
  }

  /// The end of a term in days is its last day; of one in hours its due instant.
  init?(_ due: Instant?, lastDay: LocalDate?, _ language: Language) {
    if let lastDay {
      self.init(
        machine: lastDay.description,
        human: language == .vi ? "hết ngày \(lastDay.vietnamese)" : "end of \(lastDay)")
    } else if let due {
      self.init(due, language)
    } else {
      return nil
    }
  }
}
