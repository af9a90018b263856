/// The hand-over lists of post offices, and what was scanned on those of their days that are compared.
///
/// Nothing is counted of a day before somebody asks for it, so that days without lists cost nothing. In whatever order
/// lists, scans and their voidings come, the book says the same.
public struct TallyBook: Sendable {
  private typealias Lists = [EventOrder: Tally]

  /// The lists that stand, the last of a day among them.
  private var lists: [LocalDate: [OfficeCode: Lists]] = [:]
  private var counts: [LocalDate: [OfficeCode: TalliedDay.Counts]] = [:]
  /// The end of the last day that is counted.
  private var countedUntil = Instant.distantPast

  /// A book without lists.
  public init() {}

  /// The days with a list, in order.
  public var days: [LocalDate] { lists.keys.sorted() }

  /// Whether the scans of `day` are counted.
  public func isCounting(_ day: LocalDate) -> Bool { counts[day] != nil }

  /// Begins to count the scans of `day`.
  public mutating func beginCounting(_ day: LocalDate) {
    counts[day] = counts[day] ?? [:]
    countedUntil = max(countedUntil, day.end)
  }

  /// Whether a scan of `time` may be of a day that is counted; answers most events at the least cost.
  public func mayCount(_ time: Instant) -> Bool { time < countedUntil }

  /// Enters a list, or, where it is taken back, strikes it out; says whether the event was one.
  @discardableResult
  public mutating func enter(_ event: Event, isTakenBack: Bool = false) -> Bool {
    guard case .tallied(let tally) = event.fact, let office = event.identity.source.office else { return false }
    lists[tally.date, default: [:]][office, default: [:]][event.order] = isTakenBack ? nil : tally
    return true
  }

  /// Counts a scan of a day that is counted, or, where it is taken back, counts it no more; says whether it did.
  @discardableResult
  public mutating func count(_ scan: Scan, at time: Instant, isTakenBack: Bool = false) -> Bool {
    let day = LocalDate(time)
    guard scan.milestone == .accepted || scan.milestone == .delivered, counts[day] != nil else { return false }
    let one = isTakenBack ? -1 : 1
    var count = counts[day]?[scan.office] ?? TalliedDay.Counts()
    if scan.milestone == .accepted { count.accepted += one } else { count.delivered += one }
    counts[day]?[scan.office] = count
    return true
  }

  /// Forgets the days before `day`.
  public mutating func forget(before day: LocalDate) {
    lists = lists.filter { $0.key >= day }
    counts = counts.filter { $0.key >= day }
  }

  /// The lists of `day` beside the scans; nothing where those are not counted.
  public func compared(on day: LocalDate) -> [TalliedDay] {
    guard let scanned = counts[day] else { return [] }
    return (lists[day] ?? [:]).compactMap { office, heard in
      guard let last = heard.max(by: { $0.key < $1.key })?.value else { return nil }
      return TalliedDay(
        office: office, date: day, listed: TalliedDay.Counts(accepted: last.accepted, delivered: last.delivered),
        scanned: scanned[office] ?? TalliedDay.Counts())
    }
  }
}
