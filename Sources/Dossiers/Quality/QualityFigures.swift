/// The figures of the plan's six words over one scope, added up piece by piece.
///
/// Figures of parts that share nothing merge into the figures of the whole, whatever the parts and their order.
public struct QualityFigures: Sendable, Hashable {
  /// What they are made of.
  public let scope: FigureScope
  /// The working days of the period that are over, in order.
  let workingDays: [LocalDate]
  /// The post offices that count.
  let offices: Set<OfficeCode>
  var timeliness: [Timeliness.Group: Timeliness] = [:]
  var passages: [Leg: PassageCounts] = [:]
  /// By the Monday of the week.
  var weeks: [LocalDate: WeekCounts] = [:]
  var rhythms: [OfficeCode: OfficeRhythm] = [:]
  var sequences: [EventSource: HeardSequences] = [:]
  /// Scans that stand.
  var scans = 0
  /// Scans that were taken back.
  var voidedScans = 0
  /// Messages that came in the period, could not be taken, and still are parked.
  var parked = 0

  /// Figures of nothing yet, with the working days and post offices by these versions of the rules.
  public init(_ scope: FigureScope, calendar: WorkingCalendar, registry: Registry) {
    self.scope = scope
    offices = scope.offices(in: registry)
    var days: [LocalDate] = []
    var day = calendar.workingDay(0, after: scope.period.first)
    while let next = day, scope.isComplete(next) {
      days.append(next)
      day = calendar.workingDay(1, after: next)
    }
    workingDays = days
  }

  /// Adds what became of a leg or a processing run.
  public mutating func add(_ outcome: Outcome) {
    guard scope.includes(agency: outcome.agency, offices: outcome.offices, district: outcome.district),
      scope.touches(from: outcome.started, until: outcome.end?.at)
    else { return }
    let group = Timeliness.Group(part: outcome.part, agency: outcome.agency, route: outcome.route)
    timeliness[group, default: Timeliness()].add(outcome, in: scope)
    guard outcome.part.party == .post, let done = outcome.done, scope.contains(done), let score = outcome.score else {
      return
    }
    weeks[LocalDate(done).monday, default: WeekCounts()].merge(WeekCounts(judged: 1, within: score > 0 ? 1 : 0))
  }

  /// Adds what a shipment shows.
  public mutating func add(_ passage: Passage) {
    guard scope.includes(agency: passage.agency, offices: passage.offices, district: passage.district) else { return }
    passages[passage.leg, default: PassageCounts()].add(passage, in: scope)
    let date = LocalDate(passage.accepted)
    if scope.isComplete(date) { weeks[date.monday, default: WeekCounts()].merge(WeekCounts(accepted: 1)) }
  }

  /// Adds an event of the log, for what scanners and their lists show by themselves.
  public mutating func add(_ event: Event, isVoided: Bool) {
    if let office = event.identity.source.office, offices.contains(office) {
      if scope.contains(event.time) { hearSequence(of: event) }
      if case .tallied(let tally) = event.fact, !isVoided, scope.period.contains(tally.date) {
        rhythms[office, default: OfficeRhythm()].add(OfficeRhythm.HeardTally(order: event.order, tally: tally))
      }
    }
    guard let scan = event.fact.scan, offices.contains(scan.office), scope.contains(event.time) else { return }
    if isVoided {
      voidedScans += 1
    } else {
      scans += 1
      rhythms[scan.office, default: OfficeRhythm()].add(scan, on: LocalDate(event.time))
    }
  }

  /// Adds a message that came at `recorded` from this office or agency and is parked.
  public mutating func addParked(recorded: Instant, office: OfficeCode?, agency: AgencyCode?) {
    guard scope.contains(recorded) else { return }
    let isAll = scope.agency == nil && scope.office == nil && scope.district == nil
    if isAll || office.map(offices.contains) ?? false || (agency != nil && agency == scope.agency) { parked += 1 }
  }

  /// Adds the figures of another part of the same scope.
  public mutating func merge(_ other: QualityFigures) {
    timeliness.merge(other.timeliness) { $0.merged(with: $1) }
    passages.merge(other.passages) { $0.merged(with: $1) }
    weeks.merge(other.weeks) { $0.merged(with: $1) }
    rhythms.merge(other.rhythms) { $0.merged(with: $1) }
    sequences.merge(other.sequences) { $0.merged(with: $1) }
    scans += other.scans
    voidedScans += other.voidedScans
    parked += other.parked
  }

  private mutating func hearSequence(of event: Event) {
    if case .alive(let life) = event.fact {
      sequences[event.identity.source, default: HeardSequences()].hearOf(last: life.lastSequence ?? 0)
    } else if let number = event.sequence {
      sequences[event.identity.source, default: HeardSequences()].hear(number)
    }
  }
}

/// Something of which parts add up to a whole.
protocol Mergeable {
  mutating func merge(_ other: Self)
}

extension Mergeable {
  func merged(with other: Self) -> Self {
    var whole = self
    whole.merge(other)
    return whole
  }
}

extension Timeliness: Mergeable {}
extension PassageCounts: Mergeable {}
extension WeekCounts: Mergeable {}
extension OfficeRhythm: Mergeable {}
extension HeardSequences: Mergeable {}
