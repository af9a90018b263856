import Dossiers
import Settings
import Store

/// Makes up mails out of the configured agencies, procedures and terms; the dossiers in them are none of anybody's.
struct SampleMaker {
  let rules: RuleSet
  let now: Instant
  /// An agency that is there today; nil where none is.
  let agency: AgencyCode?
  private let calendar: WorkingCalendar
  private let procedures: [ProcedureCode]
  private let office: OfficeCode?

  init(_ rules: RuleSet, now: Instant) {
    self.rules = rules
    self.now = now
    calendar = WorkingCalendar(rules.calendar)
    let today = LocalDate(now)
    let there = rules.registry.agencies.filter { ($0.value.until.map { $0 >= today }) ?? true }
    agency = there.filter { $0.value.level == .commune }.keys.min() ?? there.keys.min()
    procedures = rules.registry.procedures.filter { !$0.value.isSameDay }.keys.sorted()
    office = rules.registry.offices.keys.min()
  }

  var receiver: ReceiverID { ReceiverID(.lead, agency: agency) }

  /// The mail of a kind.
  func pending(_ sample: MailSample) -> PendingMail {
    let notices: [Notice] =
      switch sample {
      case .alerts: [notice(1, .breach, daysLate: 3), notice(2, .lost), notice(3, .warning, daysLate: -2)]
      case .breach, .digest, .apology: [notice(1, .breach, daysLate: 3)]
      case .breaches:
        (1...36).map { notice($0, .breach, daysLate: 1 + $0 * 7 % 23, reason: $0 % 9 == 0 ? .again : .first) }
          + (37...40).map { notice($0, .warning, daysLate: -2) }
      case .warning: [notice(1, .warning, daysLate: -2)]
      case .escalated: [notice(1, .breach, daysLate: 4, reason: .escalated, step: 1)]
      case .updates: [notice(1, .resolved, daysLate: 3), notice(2, .retracted, daysLate: 2), notice(3, .cancelled)]
      case .silentOffice: [silence]
      case .deaf:
        [Notice(id: 1, alert: 1, what: .deaf, subject: nil, explained: nil, since: now.advanced(by: .hours(-1)))]
      }
    let receiver: ReceiverID =
      switch sample {
      case .escalated: ReceiverID(.head, agency: agency)
      case .silentOffice: ReceiverID(.provincialPost)
      case .deaf: ReceiverID(.operator)
      default: self.receiver
      }
    return PendingMail(
      id: 1, receiver: receiver, group: "sample", notices: sample == .digest ? [] : notices,
      digest: sample == .digest ? digest : nil, attempts: 0)
  }

  /// A dossier that a letter of apology is due for.
  var apology: NoticeSubject { subject(1, daysLate: -1) }

  private var silence: Notice {
    Notice(
      id: 1, alert: 1, what: .silentOffice, subject: .none(office: office), explained: nil,
      since: now.advanced(by: .hours(-24)), behind: (1...27).map { subject($0, daysLate: 1) })
  }

  private var digest: Digest {
    func line(_ number: Int, _ what: Notice.What, daysLate: Int) -> AlertLine {
      let told = notice(number, what, daysLate: daysLate)
      return AlertLine(
        id: told.id, kind: what.rawValue, state: "firing", since: told.since, raised: told.since, over: nil,
        origin: agency, subject: told.subject)
    }
    let delivered = (20...34).compactMap { number in
      item(number).map {
        Digest.Delivery(
          time: now.advanced(by: .minutes(Int64(-25 * number))), item: $0, dossiers: dossiers(number))
      }
    }
    return Digest(
      since: now.advanced(by: .days(-1)), until: now,
      overdue: (1...3).map { line($0, .breach, daysLate: $0 * 2) },
      dueSoon: (4...8).map { line($0, .warning, daysLate: -1) }, delivered: delivered)
  }

  private func notice(
    _ number: Int, _ what: Notice.What, daysLate: Int = 1, reason: Notice.Reason = .first, step: Int = 0
  ) -> Notice {
    let isMishap = what == .lost || what == .damaged
    let subject = isMishap ? mishap(number) : subject(number, daysLate: daysLate, isMet: what == .resolved)
    let planner = DeadlinePlanner(rules: Rules(calendar: calendar, policy: rules.policy, registry: rules.registry))
    return Notice(
      id: Int64(number), alert: Int64(number), what: what, subject: subject,
      explained: subject.deadline.map { planner.explained($0) },
      since: what == .breach ? subject.due ?? now : now.advanced(by: .hours(-3)),
      reason: what.isFollowUp ? .followUp : reason, step: step)
  }

  private func mishap(_ number: Int) -> NoticeSubject {
    NoticeSubject(
      clock: nil, item: item(number), dossiers: dossiers(number), origin: agency, procedure: procedure(number),
      deadline: nil, dossierStage: .sending, shipmentStage: .lost,
      lastSeen: office.map { Shipment.Sighting(time: now.advanced(by: .days(-2)), office: $0, milestone: .departed) })
  }

  /// A dossier with the agency whose term ended so many working days ago, or ends in so many where negative.
  private func subject(_ number: Int, daysLate: Int, isMet: Bool = false) -> NoticeSubject {
    let procedure = procedure(number)
    let today = LocalDate(now)
    let lastDay = calendar.workingDay(-daysLate, after: today) ?? today
    let term = Allowance.workingDays(5)
    let started = (calendar.workingDay(-5, after: lastDay) ?? lastDay.adding(-7)).at(
      secondOfDay: 9 * 3600 + number * 60)
    let edition = rules.policy.editions.last
    let deadline = Deadline(
      clock: .process, item: nil, round: 1, started: started, dueDate: DueDate(lastDay: lastDay), warn: nil,
      mailsWarning: true, pauses: [], end: isMet ? .met(now.advanced(by: .hours(-1))) : nil,
      basis: Deadline.Basis(
        countedFrom: started, term: .allowance(term), counting: Counting(), agency: agency, causes: [],
        edition: edition?.from ?? today, law: edition?[.process]?.law))
    return NoticeSubject(
      clock: .process, item: nil, dossiers: dossiers(number, on: LocalDate(started)), origin: agency,
      procedure: procedure, deadline: deadline, dossierStage: isMet ? .decided : .processing, shipmentStage: nil,
      lastSeen: nil)
  }

  private func procedure(_ number: Int) -> ProcedureCode? {
    procedures.isEmpty ? nil : procedures[number % procedures.count]
  }

  private func item(_ number: Int) -> ItemID? {
    let digits = String(repeating: "0", count: max(0, 8 - "\(number)".count)) + "\(number)"
    return ItemID("EA\(digits)\(ItemID.checkDigit(number))VN")
  }

  private func dossiers(_ number: Int, on day: LocalDate? = nil) -> [DossierCode] {
    let (year, month, dayOfMonth) = (day ?? LocalDate(now)).components
    let date = year % 100 * 10_000 + month * 100 + dayOfMonth
    let code = agency.flatMap { DossierCode(DossierCode.Parts(agency: $0, day: date, number: number)) }
    return code.map { [$0] } ?? []
  }
}
