import Dossiers
import Mail
import Settings
import Store

/// The values of the template `alerts`, for one recipient.
struct AlertValues {
  private let pending: PendingMail
  /// The agency whose lead is told.
  private let agency: AgencyCode?
  private let lead: Lead
  private let registry: Registry
  private let now: Instant

  init(_ pending: PendingMail, lead: Lead, registry: Registry, now: Instant) {
    self.pending = pending
    agency = pending.receiver.agency.map { registry.agency(inPlaceOf: $0, on: LocalDate(now)) }
    self.lead = lead
    self.registry = registry
    self.now = now
  }

  var values: [String: TemplateValue] {
    let agency = agency.map { name(of: $0) } ?? "dossierd"
    var values: [String: TemplateValue] = [
      "agency": .text(agency), "recipient": .text(lead.name), "sent_at": .text(now.forPeople),
      "count": .number(pending.notices.count), "worst_delay": .text(worstDelay),
    ]
    let (reason, reasonEn) = why
    values["reason"] = .text(reason)
    values["reason_en"] = .text(reasonEn)
    for (name, kinds) in AlertValues.sections {
      let lines = pending.notices.filter { kinds.contains($0.what) && $0.subject != nil }
        .sorted { ($0.subject?.due ?? $0.since, $0.id) < ($1.subject?.due ?? $1.since, $1.id) }.map(line)
      values[name] = .list(lines)
      values["has_\(name)"] = .flag(!lines.isEmpty)
      values["\(name)_count"] = .number(lines.count)
    }
    let notes = pending.notices.filter { $0.subject == nil }.map(note)
    values["notes"] = .list(notes)
    values["has_notes"] = .flag(!notes.isEmpty)
    return values
  }

  private static let sections: [(String, Set<Notice.What>)] = [
    ("breaches", [.breach]), ("warnings", [.warning]), ("lost", [.lost, .damaged]),
    ("changed", [.changed]), ("resolved", [.resolved, .cancelled]), ("retracted", [.retracted]),
  ]

  private func line(_ notice: Notice) -> TemplateValue {
    guard let subject = notice.subject else { return .table([:]) }
    let stage = subject.dossierStage.map(Words.stage) ?? subject.shipmentStage.map(Words.stage)
    let words = subject.clock.map(Words.clock) ?? Words.mishap(notice.what)
    let delay = Words.delay(notice, now: now)
    let hint = Words.hint(notice.what, subject.clock)
    let origin = subject.origin.map { $0 == agency ? "" : self.name(of: $0) } ?? ""
    let name = subject.dossiers.first?.text ?? subject.item?.text ?? ""
    let explanation = ExplanationValues(explained: explains ? notice.explained : nil).values
    let values: [String: TemplateValue] = [
      "subject_code": .text(name),
      "clock": .text(words.vi), "clock_en": .text(words.en),
      "delay": .text(delay.vi), "delay_en": .text(delay.en),
      "procedure": .text(subject.procedure.flatMap { registry.procedures[$0]?.name } ?? ""),
      "agency": .text(origin),
      "has_dossiers": .flag(subject.dossiers.count > 1),
      "dossiers": .list(subject.dossiers.map { .text($0.text) }),
      "has_items": .flag(subject.item != nil), "items": .list(subject.item.map { [.text($0.text)] } ?? []),
      "last_day": .text(subject.lastDay?.forPeople ?? ""),
      "due": .text(subject.lastDay == nil ? subject.due?.forPeople ?? "" : ""),
      "is_provisional": .flag(subject.isProvisional),
      "since": .text(notice.since.forPeople),
      "stage": .text(stage?.vi ?? ""), "stage_en": .text(stage?.en ?? ""),
      "last_seen": .text(subject.lastSeen.map(sighting) ?? ""),
      "office": "",
      "hint": .text(hint.vi), "hint_en": .text(hint.en),
      "command": .text(subject.dossiers.first.map { "dossierctl dossier \($0.text)" } ?? "dossierctl alerts"),
    ]
    return .table(values.merging(explanation) { own, _ in own })
  }

  private func name(of agency: AgencyCode) -> String { registry.agencies[agency]?.name ?? agency.text }

  /// A longer mail is a list to work off, and would be cut by mail programs; there the command tells why.
  private var explains: Bool { pending.notices.count <= 20 }

  private func sighting(_ seen: Shipment.Sighting) -> String {
    let name = registry.offices[seen.office].map { " \($0.name)" } ?? ""
    return "bưu cục \(seen.office.text)\(name), \(seen.time.forPeople)"
  }

  private func note(_ notice: Notice) -> TemplateValue {
    .table([
      "text": .text("Đã nghe lại được hàng đợi; khi đó mất liên lạc từ \(notice.since.forPeople)."),
      "text_en": .text("The queue is heard again; the link had been lost since \(notice.since.forPeople)."),
    ])
  }

  private var worstDelay: String {
    let worst = pending.notices.filter { $0.what == .breach }.min { $0.since < $1.since }
    return worst.map { Words.length(now.since($0.since)).vi } ?? ""
  }

  private var why: (String, String) {
    let kinds = Set(pending.notices.map(\.what))
    if kinds.contains(.breach) {
      return ("Có hồ sơ vừa quá hạn.", "A deadline was missed.")
    }
    if kinds.contains(.lost) || kinds.contains(.damaged) {
      return ("Có bưu gửi được báo thất lạc hoặc hư hỏng.", "An item was declared lost or damaged.")
    }
    if kinds.contains(.warning) {
      return ("Có hồ sơ sắp quá hạn.", "A deadline is near.")
    }
    return ("Có thay đổi về điều đã báo trước đây.", "Something told before has changed.")
  }
}
