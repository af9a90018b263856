/// What figures are made of: some days, and all of the province or a part of it.
public struct FigureScope: Sendable, Hashable {
  /// The days.
  public let period: Period
  /// By when it must have happened to count; what is known of later times does not.
  public let known: Instant
  /// The one agency whose dossiers count; nil for all.
  public let agency: AgencyCode?
  /// The one post office that counts, as the accepting or the delivering one; nil for all.
  public let office: OfficeCode?
  /// The GSO code of the one district that counts; nil for all.
  public let district: String?

  /// A scope of these parts.
  public init(
    period: Period, known: Instant, agency: AgencyCode? = nil, office: OfficeCode? = nil, district: String? = nil
  ) {
    self.period = period
    self.known = known
    self.agency = agency
    self.office = office
    self.district = district
  }

  /// The instant at which what still runs is looked at: the end of the period, or sooner where that is not reached.
  public var cut: Instant { min(period.end, known) }

  /// Whether what happened at `instant` belongs to the period.
  func contains(_ instant: Instant) -> Bool { instant >= period.start && hasHappened(instant) }

  /// Whether what happened at `instant` did so before the period was over.
  func hasHappened(_ instant: Instant) -> Bool { instant < period.end && instant <= known }

  /// Whether what ran from `start` until `end`, or runs, did so in any part of the period; a slow clock may have it end
  /// before it began.
  func touches(from start: Instant, until end: Instant?) -> Bool {
    end.map { $0 >= period.start } ?? true && hasHappened(min(start, end ?? start))
  }

  /// Whether `date` is a day of the period that is over.
  func isComplete(_ date: LocalDate) -> Bool { period.contains(date) && date.end <= cut }

  /// Whether what concerns these lies within the scope.
  func includes(agency: AgencyCode, offices: [OfficeCode], district: String?) -> Bool {
    if let wanted = self.agency, wanted != agency { return false }
    if let wanted = office, !offices.contains(wanted) { return false }
    if let wanted = self.district, wanted != district { return false }
    return true
  }

  /// The post offices whose scanners and lists count: none where only one agency's dossiers do.
  func offices(in registry: Registry) -> Set<OfficeCode> {
    guard agency == nil else { return [] }
    return Set(
      registry.offices.lazy.filter { code, entry in
        (office.map { $0 == code } ?? true) && (district.map { $0 == entry.district } ?? true)
      }.map(\.key))
  }
}
