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

  /// Who is mailed as `receiver` on `day`, deputies in the place of those who are absent: for an agency that was merged
  /// its successor's, and the operator where nobody is named. Empty for a receiver that has a webhook alone.
  public func mailboxes(of receiver: ReceiverID, on day: LocalDate, in registry: Registry) -> [Lead] {
    let present = standing(receiver, on: day, in: registry)
    if let holders = holders(of: present) {
      return holders.isEmpty ? [] : attending(present, holders, on: day)
    }
    return attending(ReceiverID(.operator), [leads.operator], on: day)
  }

  /// Where alerts to `receiver` are posted to; nil where it has no webhook.
  public func webhook(of receiver: ReceiverID) -> Webhook? {
    receivers[receiver.audience.rawValue]?.webhook
  }

  /// Whether the configuration names somebody for `receiver` on `day`; where not, the operator stands in.
  public func names(_ receiver: ReceiverID, on day: LocalDate, in registry: Registry) -> Bool {
    holders(of: standing(receiver, on: day, in: registry)) != nil
  }

  /// Whether somebody is mailed as exactly `receiver`.
  func isMailed(_ receiver: ReceiverID) -> Bool { holders(of: receiver).map { !$0.isEmpty } ?? false }

  /// The receiver that has the matters of `receiver` on `day`.
  private func standing(_ receiver: ReceiverID, on day: LocalDate, in registry: Registry) -> ReceiverID {
    guard let agency = receiver.agency else { return receiver }
    return ReceiverID(receiver.audience, agency: registry.agency(inPlaceOf: agency, on: day))
  }

  /// Those who are mailed as `receiver` while nobody is absent; nil where nobody is named.
  private func holders(of receiver: ReceiverID) -> [Lead]? {
    switch receiver.audience {
    case .lead: return receiver.agency.flatMap { leads.byAgency[$0] }.map { [$0] }
    case .head: return receiver.agency.flatMap { heads[$0] }.map { [$0] }
    default: return posts[receiver.audience].map { [$0] } ?? receivers[receiver.audience.rawValue]?.mailboxes
    }
  }

  /// The deputy where `receiver` is absent on `day`, or else the `holders`.
  private func attending(_ receiver: ReceiverID, _ holders: [Lead], on day: LocalDate) -> [Lead] {
    guard let absence = absences[receiver]?.first(where: { $0.covers(day) }), let absent = holders.first else {
      return holders
    }
    return [Lead(name: absence.name, address: absence.address, language: absent.language, inPlaceOf: absent.name)]
  }
}
