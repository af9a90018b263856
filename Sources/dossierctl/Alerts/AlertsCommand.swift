import ArgumentParser
import Dossiers
import Settings
import Store

/// `alerts`: what needs someone.
struct AlertsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts", abstract: "Lists the alerts that stand, the oldest first.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "List those that are over as well.")
  var all = false

  @Option(help: "At most so many.")
  var limit = 1000

  func run() async throws {
    let (settings, store) = try common.storeForReading()
    let registry = settings.rules.registry
    let today = LocalDate(Instant.current)
    let lines = try await store.alerts(firingOnly: !all, limit: max(limit, 1))
    var output = Output()
    if common.json {
      for line in lines { try output.json(AlertAnswer(line, agency: line.agency(on: today, in: registry))) }
    } else {
      var table = Table("number", "alert", "state", "since", "clock", "dossiers", "item or place", "agency", "due")
      for line in lines {
        table.add(
          "\(line.id)", line.kind, line.state, line.since.rfc3339, line.subject?.clock?.rawValue ?? "",
          line.subject?.dossiers.map(\.text).joined(separator: ", ") ?? "", line.subject?.place ?? "",
          Table.agency(line.agency(on: today, in: registry), origin: line.origin),
          (line.subject?.due?.rfc3339 ?? "") + (line.subject?.deadline?.provisionalMark ?? ""))
      }
      try output.table(table)
    }
    try output.flush()
  }
}

extension NoticeSubject {
  /// The item, or what else the alert is about.
  fileprivate var place: String {
    if let item { return item.text }
    guard let tally else { return matter ?? office?.text ?? "" }
    let (listed, scanned) = (tally.listed, tally.scanned)
    return "\(tally.office) \(tally.date): listed \(listed.accepted)/\(listed.delivered), "
      + "scanned \(scanned.accepted)/\(scanned.delivered)"
  }
}

/// An alert as a program reads it.
private struct AlertAnswer: Encodable {
  let id: Int64
  let kind: String
  let state: String
  let since: String
  let raised: String
  let agency: AgencyCode?
  let origin: AgencyCode?
  let clock: ClockKind?
  let item: ItemID?
  let dossiers: [DossierCode]
  let office: OfficeCode?
  let device: String?
  let tally: TalliedDay?
  let due: String?
  /// Left out where the due date stands.
  let provisional: Bool?

  init(_ line: AlertLine, agency: AgencyCode?) {
    id = line.id
    kind = line.kind
    state = line.state
    since = line.since.rfc3339
    raised = line.raised.rfc3339
    self.agency = agency
    origin = line.origin
    clock = line.subject?.clock
    item = line.subject?.item
    dossiers = line.subject?.dossiers ?? []
    office = line.subject?.office
    device = line.kind == Notice.What.sequenceGap.rawValue ? line.subject?.matter : nil
    tally = line.subject?.tally
    due = line.subject?.due?.rfc3339
    provisional = line.subject?.isProvisional == true ? true : nil
  }
}
