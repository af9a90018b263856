public import Dossiers

/// Who a receiver is on a day: names, addresses, languages, deputies, webhooks.
public struct Directory: Sendable, Hashable {
  /// The agencies' leads, and the operator.
  public let leads: Leads
  private let heads: [AgencyCode: Lead]
  private let posts: [Audience: Lead]
  private let receivers: [String: Receiver]
  private var absences: [ReceiverID: [Absence]] = [:]

  init(_ table: LeadTable, receivers: [String: Receiver]) {
    let nobody = Lead(name: "", address: "", language: .vietnamese)
    leads = Leads(byAgency: table.byRole[.lead] ?? [:], operator: table.posts[.operator] ?? nobody)
    heads = table.byRole[.head] ?? [:]
    posts = table.posts
    self.receivers = receivers
  }

  /// The same directory, with these deputies.
  func deputised(by absences: [ReceiverID: [Absence]]) -> Directory {
    var directory = self
    directory.absences = absences
    return directory
  }

  /// Who is mailed as `receiver` on `day`, a deputy in the place of one who is absent: for an agency that was merged its
  /// successor's, and the operator where nobody is named. Nil for a receiver that has a webhook.
  public func mailbox(of receiver: ReceiverID, on day: LocalDate, in registry: Registry) -> Lead? {
    let present = receiver.standing(on: day, in: registry)
    guard receivers[present.audience.rawValue]?.webhook == nil else { return nil }
    return holder(of: present).map { attending(present, $0, on: day) }
      ?? attending(ReceiverID(.operator), leads.operator, on: day)
  }

  /// Where alerts to `receiver` are posted to; nil where it has no webhook.
  public func webhook(of receiver: ReceiverID) -> Webhook? {
    receivers[receiver.audience.rawValue]?.webhook
  }

  /// The webhooks, each by the audience that it tells.
  public var webhooks: [Audience: Webhook] {
    Dictionary(
      receivers.compactMap { name, receiver in receiver.webhook.map { (Audience(rawValue: name), $0) } }
    ) { first, _ in first }
  }

  /// Whether the configuration names somebody for `receiver` on `day`; where not, the operator stands in.
  public func names(_ receiver: ReceiverID, on day: LocalDate, in registry: Registry) -> Bool {
    webhook(of: receiver) != nil || holder(of: receiver.standing(on: day, in: registry)) != nil
  }

  /// Whether somebody is mailed as exactly `receiver`.
  func isMailed(_ receiver: ReceiverID) -> Bool { holder(of: receiver) != nil }

  /// Who is mailed as `receiver` while nobody is absent; nil where nobody is named.
  private func holder(of receiver: ReceiverID) -> Lead? {
    switch receiver.audience {
    case .lead: receiver.agency.flatMap { leads.byAgency[$0] }
    case .head: receiver.agency.flatMap { heads[$0] }
    default: posts[receiver.audience] ?? receivers[receiver.audience.rawValue]?.mailbox
    }
  }

  /// The deputy where `receiver` is absent on `day`, or else the `holder`.
  private func attending(_ receiver: ReceiverID, _ holder: Lead, on day: LocalDate) -> Lead {
    guard let absence = absences[receiver]?.first(where: { $0.covers(day) }) else { return holder }
    return Lead(name: absence.name, address: absence.address, language: holder.language, inPlaceOf: holder.name)
  }
}
