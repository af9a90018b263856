import Dossiers
import Store

/// What an alert is about, in a webhook's body.
struct WebhookSubject: Encodable {
  private struct Sighting: Encodable {
    let time: String
    let office: String
    let event: String
  }

  private let clock: ClockKind?
  private let item: String?
  private let dossiers: [String]?
  private let agency: String?
  private let procedure: String?
  private let office: String?
  private let device: String?
  private let tally: TalliedDay?
  private let due: String?
  private let lastDay: String?
  private let provisional: Bool?
  private let delaySeconds: Int64?
  private let stage: String?
  private let lastSeen: Sighting?

  init(_ subject: NoticeSubject, device: String? = nil, now: Instant) {
    clock = subject.clock
    item = subject.item?.text
    dossiers = subject.dossiers.isEmpty ? nil : subject.dossiers.map(\.text)
    agency = subject.origin?.text
    procedure = subject.procedure?.text
    office = subject.office?.text
    self.device = device
    tally = subject.tally
    due = subject.due?.rfc3339
    lastDay = subject.lastDay.map { "\($0)" }
    provisional = subject.isProvisional ? true : nil
    delaySeconds = WebhookSubject.delay(of: subject.deadline, now: now)
    stage = subject.dossierStage?.rawValue ?? subject.shipmentStage?.name
    lastSeen = subject.lastSeen.map {
      Sighting(time: $0.time.rfc3339, office: $0.office.text, event: $0.milestone.name)
    }
  }

  /// The seconds from the due instant until the deadline was met or, while it runs, until now; negative before it.
  private static func delay(of deadline: Deadline?, now: Instant) -> Int64? {
    guard let deadline, let due = deadline.dueDate.due else { return nil }
    switch deadline.end {
    case .met(let instant): return instant.since(due).seconds
    case nil: return now.since(due).seconds
    case .cancelled: return nil
    }
  }
}
