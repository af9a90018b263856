import Dossiers
import Mail
import Store

/// The draft of a letter of apology with a new date, for the agency to complete, sign and send (Decree 61/2018/NĐ-CP
/// art. 19(9); Circular 01/2018/TT-VPCP art. 9).
struct Apology {
  let dossier: DossierCode
  let subject: NoticeSubject
  let context: MailContext

  /// The name of the file.
  var fileName: String { "phieu-xin-loi-\(dossier.text).html" }

  /// Whether the law lets the agency set a new date by a letter sent on `day`: at least one day before the last one, and
  /// one new date at most. What is late already is apologised for all the same.
  static func isAllowed(_ what: Notice.What, _ subject: NoticeSubject, on day: LocalDate) -> Bool {
    guard !isSpent(subject) else { return false }
    switch what {
    case .breach: return true
    case .warning: return (subject.lastDay ?? subject.due.map { LocalDate($0) }).map { day < $0 } ?? false
    default: return false
    }
  }

  /// Whether the one new date was given: the store says so, or the breach is muted, as a letter in time does.
  static func isSpent(_ subject: NoticeSubject) -> Bool {
    subject.isRescheduled || subject.deadline.map { !$0.mailsBreach } ?? false
  }

  /// Whether a letter of apology belongs to the clock.
  static func concerns(_ clock: ClockKind?) -> Bool { clock == .process || clock == .promise }

  /// The new date that the draft proposes: half of the term again, in whole working days rounded up, one at least and
  /// ten at most, after the last day of the term or after today, whichever is later. No law says how long; the agency
  /// may write another date.
  var proposed: LocalDate? {
    let last = subject.lastDay ?? subject.due.map { LocalDate($0) } ?? context.today
    return context.calendar.workingDay(min(max((termInDays + 1) / 2, 1), 10), after: max(last, context.today))
  }

  /// The statutory term in working days, about; five where none is known.
  private var termInDays: Int {
    var term = subject.procedure.flatMap { context.registry.procedures[$0]?.term }
    if term == nil, case .allowance(let allowance) = subject.deadline?.basis?.term { term = allowance }
    return switch term {
    case .workingDays(let millionths): Int(millionths / 1_000_000)
    case .days(let millionths): Int(millionths / 1_000_000) * 5 / 7
    case .workingHours(let seconds): Int(seconds / (8 * 3600))
    case .hours(let seconds): Int(seconds / 86_400)
    case nil: 5
    }
  }

  /// The day on which the agency received the dossier; where the clock began later, the day in the dossier's code.
  private var received: LocalDate? {
    if subject.clock == .process, let deadline = subject.deadline, deadline.round == 1 {
      return LocalDate(deadline.started)
    }
    guard let day = dossier.parts?.day else { return nil }
    return LocalDate(year: 2000 + day / 10_000, month: day / 100 % 100, day: day % 100)
  }

  /// The values of the template `apology`.
  var values: [String: TemplateValue] {
    let agency = (subject.origin ?? context.receiver.agency).map { context.name(of: context.current($0)) } ?? ""
    let (year, month, day) = context.today.components
    return [
      "agency": .text(agency), "subject_code": .text(dossier.text),
      "procedure": .text(subject.procedure.map { context.registry.procedures[$0]?.name ?? $0.text } ?? ""),
      "procedure_code": .text(subject.procedure?.text ?? ""),
      "day": .text(twoDigits(day)), "month": .text(twoDigits(month)), "year": .text("\(year)"),
      "received": .text(received?.forPeople ?? ""),
      "last_day": .text(subject.lastDay?.forPeople ?? subject.due?.forPeople ?? ""),
      "new_date": .text(proposed?.forPeople ?? ""),
    ]
  }
}
