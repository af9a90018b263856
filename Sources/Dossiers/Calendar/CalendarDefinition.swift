/// A calendar as it is written down: hours by weekday, days off, days worked in their place.
///
/// Each version is recorded whole, so that a past deadline can be judged by the calendar of its time.
public struct CalendarDefinition: Sendable, Hashable, Codable {
  /// A day that is not what its weekday says.
  public struct SpecialDay: Sendable, Hashable, Codable {
    /// Whether it is worked (a swapped Saturday) or off (a holiday).
    public let isWorked: Bool
    /// Its name in Vietnamese.
    public let name: String
    /// Its name in English.
    public let nameEn: String

    /// A day of this kind and name.
    public init(isWorked: Bool, name: String, nameEn: String) {
      self.isWorked = isWorked
      self.name = name
      self.nameEn = nameEn
    }
  }

  /// The state's hours; their open weekdays are the working days in which terms in days are counted.
  public let hours: OpeningHours
  /// Agencies that keep other hours.
  public let agencyHours: [AgencyCode: OpeningHours]
  /// Holidays and swapped days.
  public let specialDays: [LocalDate: SpecialDay]
  /// Years whose special days are not decreed yet, in order.
  public let estimatedYears: [Int]

  /// A calendar of these parts.
  public init(
    hours: OpeningHours, agencyHours: [AgencyCode: OpeningHours] = [:], specialDays: [LocalDate: SpecialDay] = [:],
    estimatedYears: some Sequence<Int> = []
  ) {
    self.hours = hours
    self.agencyHours = agencyHours
    self.specialDays = specialDays
    self.estimatedYears = Set(estimatedYears).sorted()
  }

  /// The last day of the last year that holidays are known for, be it by an estimate, or nil where none are.
  public var knownUntil: LocalDate? {
    specialDays.keys.max().flatMap { LocalDate(year: $0.components.year, month: 12, day: 31) }
  }

  /// The last day before the first year whose holidays are an estimate, or else not known; nil where none are known
  /// at all. A year that is decreed behind an estimate makes no term that crosses the estimate any surer.
  public var decreedUntil: LocalDate? {
    guard let knownUntil else { return nil }
    let known = knownUntil.components.year
    return LocalDate(year: min(known, (estimatedYears.first ?? known + 1) - 1), month: 12, day: 31)
  }
}
