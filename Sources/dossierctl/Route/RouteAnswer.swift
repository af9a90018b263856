import Dossiers
import Settings

/// One who would be told of an alert.
struct RouteAnswer {
  /// What the answer depends on.
  struct Circumstances {
    let labels: AlertLabels
    let now: Instant
    let settings: Settings
    let calendar: WorkingCalendar
  }

  let destination: Route.Destination
  /// How many steps the alert has climbed when they are told.
  let step: Int
  let receiver: ReceiverID
  /// Who is mailed on the day on which the mail leaves.
  let mailbox: Lead?
  /// Whether they are named, and not stood in for by the operator.
  let isNamed: Bool
  let webhook: Webhook?
  let group: String
  /// When a mail leaves that nothing else delays.
  let leaves: Instant
  /// After how long they are told again; nil for never.
  let repeatInterval: Span?

  init(_ destination: Route.Destination, _ audience: Audience, step: Int, _ told: Circumstances) {
    self.destination = destination
    self.step = step
    let agency = told.labels[.agency].first.flatMap { AgencyCode($0) }
    receiver = ReceiverID(audience, agency: agency)
    let timing = destination.timing
    leaves = timing.leaves(
      atOrAfter: told.now.advanced(by: timing.groupWait), opening: told.calendar.schedule(of: receiver.agency))
    let day = LocalDate(leaves)
    let directory = told.settings.directory
    mailbox = directory.mailbox(of: receiver, on: day, in: told.settings.rules.registry)
    isNamed = directory.names(receiver, on: day, in: told.settings.rules.registry)
    webhook = directory.webhook(of: receiver)
    group = destination.group(of: told.labels)
    repeatInterval = timing.repeatInterval(of: told.labels[.kind].first ?? "")
  }
}

extension RouteAnswer: Encodable {
  private enum CodingKeys: String, CodingKey {
    case path, audience, step, receiver, mailbox, named, webhook, group, leaves
    case groupWait = "group_wait_seconds"
    case groupInterval = "group_interval_seconds"
    case repeatInterval = "repeat_interval_seconds"
  }

  private struct MailboxAnswer: Encodable {
    let name: String
    let address: String
    let language: Lead.Language
    let inPlaceOf: String?

    enum CodingKeys: String, CodingKey {
      case name, address, language
      case inPlaceOf = "in_place_of"
    }
  }

  /// Writes every key always, `null` where there is no webhook or no repeat; of a deputy also who is absent.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(destination.path, forKey: .path)
    try container.encode(destination.audience, forKey: .audience)
    try container.encode(step, forKey: .step)
    try container.encode(receiver.text, forKey: .receiver)
    try container.encode(
      mailbox.map {
        MailboxAnswer(name: $0.name, address: $0.address, language: $0.language, inPlaceOf: $0.inPlaceOf)
      }, forKey: .mailbox)
    try container.encode(isNamed, forKey: .named)
    try container.encode(webhook?.server, forKey: .webhook)
    try container.encode(group, forKey: .group)
    try container.encode(leaves.exactRFC3339, forKey: .leaves)
    try container.encode(destination.timing.groupWait.seconds, forKey: .groupWait)
    try container.encode(destination.timing.groupInterval.seconds, forKey: .groupInterval)
    try container.encode(repeatInterval?.seconds, forKey: .repeatInterval)
  }
}

extension Table {
  /// Who would be told, one a row.
  init(_ answers: [RouteAnswer]) {
    self.init("path", "audience", "receiver", "name", "address", "webhook", "leaves", "interval", "repeat")
    for answer in answers {
      add(
        answer.destination.path.joined(separator: "/"),
        answer.destination.audience.rawValue + (answer.step > 0 ? ", step \(answer.step)" : ""),
        answer.receiver.text, answer.names, answer.mailbox?.address ?? "",
        answer.webhook?.server ?? "", answer.leaves.rfc3339, answer.destination.timing.groupInterval.words,
        answer.repeatInterval?.words ?? "never")
    }
  }
}

extension RouteAnswer {
  /// The names of those who are mailed, and in whose place.
  fileprivate var names: String {
    guard let mailbox else { return "" }
    return mailbox.name + (mailbox.inPlaceOf.map { " (deputy of \($0))" } ?? "")
      + (isNamed ? "" : " (nobody else is named)")
  }
}

extension Span {
  /// The length in the largest unit that it is a whole number of.
  fileprivate var words: String {
    let seconds = seconds
    for (unit, length) in [("d", Int64(86_400)), ("h", 3600), ("min", 60)] where seconds >= length {
      if seconds % length == 0 { return "\(seconds / length) \(unit)" }
    }
    return "\(seconds) s"
  }
}
