import Dossiers
import Mail
import Settings
import Store

/// What every part of a mail must know to be put in words.
struct MailContext {
  /// Who receives it, as the store knows them.
  let receiver: ReceiverID
  /// Who reads it.
  let addressee: Addressee
  let registry: Registry
  let calendar: WorkingCalendar
  let links: Links
  let now: Instant

  /// The agency that has the receiver's dossiers today; nil for a receiver that stands above the agencies.
  var agency: AgencyCode? { receiver.agency.map(current) }

  var today: LocalDate { LocalDate(now) }

  /// The agency that has what `agency` had.
  func current(_ agency: AgencyCode) -> AgencyCode { registry.agency(inPlaceOf: agency, on: today) }

  func name(of agency: AgencyCode) -> String { registry.agencies[agency]?.name ?? agency.text }

  func name(of office: OfficeCode) -> String {
    "bưu cục \(office.text)" + (registry.offices[office].map { " \($0.name)" } ?? "")
  }

  /// The agency, office or number of agencies that the notices concern, for the subject and the heading.
  func concern(of notices: some Sequence<Notice>) -> Phrase {
    if let agency { return Phrase(name(of: agency), name(of: agency)) }
    var agencies: Set<AgencyCode> = []
    var offices: Set<OfficeCode> = []
    for notice in notices {
      if let office = notice.subject?.office {
        offices.insert(office)
      } else if let origin = notice.subject?.origin {
        agencies.insert(current(origin))
      }
    }
    if agencies.count + offices.count > 1 {
      let parts = [
        (agencies.count, "cơ quan", agencies.count == 1 ? "agency" : "agencies"),
        (offices.count, "bưu cục", offices.count == 1 ? "post office" : "post offices"),
      ].filter { $0.0 > 0 }
      return Phrase(
        parts.map { "\($0.0) \($0.1)" }.joined(separator: ", "), parts.map { "\($0.0) \($0.2)" }.joined(separator: ", ")
      )
    }
    if let agency = agencies.first { return Phrase(name(of: agency), name(of: agency)) }
    if let office = offices.first {
      let name = registry.offices[office].map { " \($0.name)" } ?? ""
      return Phrase("Bưu cục \(office.text)\(name)", "Post office \(office.text)\(name)")
    }
    return Phrase("dossierd", "dossierd")
  }

  /// What to do next about a subject.
  func hint(_ what: Notice.What, _ subject: NoticeSubject?) -> Phrase {
    Words.hint(
      what, subject?.clock, mayApologise: subject.map { Apology.isAllowed(what, $0, on: today) } ?? false)
  }

  /// The command that shows more of a subject.
  func command(_ subject: NoticeSubject?) -> String {
    subject?.dossiers.first.map { "dossierctl dossier \($0.text) --explain" } ?? "dossierctl alerts"
  }

  /// The page that shows more of a subject, or nothing.
  func link(_ subject: NoticeSubject?) -> String {
    subject?.dossiers.first.map(links.dossier) ?? links.alerts
  }
}
