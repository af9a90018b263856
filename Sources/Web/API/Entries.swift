import Dossiers
import Store

/// The overview as a program reads it.
struct OverviewEntry: Encodable {
  let now: String
  let ready: Bool
  let link: Bool
  let backlog: Int?
  let matters: [AlertEntry]
  let warnings: [AlertEntry]
  let dossiers: [String: Int]?
  let parked: Int?
  let outbox: Int?
  let adoption: [Adoption.LevelRow]?
  /// As of when the timeliness holds.
  let known: String?
  let timeliness: [Indicator]

  init(_ overview: Overview, _ registry: Registry) {
    now = overview.now.rfc3339
    ready = overview.health.isReady
    link = overview.health.linkUp
    backlog = overview.counts == nil ? nil : overview.health.backlog
    let entries = { (lines: [AlertLine]) in
      lines.prefix(OverviewPage.rows).map { AlertEntry($0, registry, now: overview.now) }
    }
    matters = entries(overview.matters)
    warnings = entries(overview.warnings)
    dossiers = overview.counts?.dossiers
    parked = overview.counts?.parkedNow
    outbox = overview.counts?.outbox
    adoption = overview.adoption?.levelRows()
    known = overview.figures?.known.rfc3339
    timeliness = overview.timeliness
  }
}

/// An alert as a program reads it.
struct AlertEntry: Encodable {
  let id: Int64
  let kind: String
  let state: String
  let since: String
  let raised: String
  let over: String?
  let heldUntil: String?
  let agency: AgencyCode?
  let origin: AgencyCode?
  let clock: ClockKind?
  let item: ItemID?
  let dossiers: [DossierCode]
  let office: OfficeCode?
  let tally: TalliedDay?
  let due: String?
  let provisional: Bool

  init(_ line: AlertLine, _ registry: Registry, now: Instant) {
    id = line.id
    kind = line.kind
    state = line.state
    since = line.since.rfc3339
    raised = line.raised.rfc3339
    over = line.over?.rfc3339
    heldUntil = line.heldUntil?.rfc3339
    agency = line.agency(on: LocalDate(now), in: registry)
    origin = line.origin
    clock = line.subject?.clock
    item = line.subject?.item
    dossiers = line.subject?.dossiers ?? []
    office = line.subject?.office
    tally = line.subject?.tally
    due = line.subject?.due?.rfc3339
    provisional = line.subject?.isProvisional ?? false
  }

  private enum CodingKeys: String, CodingKey {
    case id, kind, state, since, raised, over, agency, origin, clock, item, dossiers, office, tally, due, provisional
    case heldUntil = "held_until"
  }
}

/// A dossier as a program reads it: the report, and where it was found.
struct DossierEntry: Encodable {
  private let found: Found<ExplainedReport>

  init(_ found: Found<ExplainedReport>) { self.found = found }

  func encode(to encoder: any Encoder) throws {
    try found.value.encode(to: encoder)
    var own = encoder.container(keyedBy: CodingKeys.self)
    try own.encode(found.isArchived, forKey: .archived)
  }

  private enum CodingKeys: String, CodingKey { case archived }
}

/// An item as a program reads it.
struct ItemEntry: Encodable {
  /// One use of it.
  struct Use: Encodable {
    let stage: String
    let carries: String
    let agency: AgencyCode
    let office: OfficeCode
    let destination: OfficeCode
    let accepted: String
    let lastSeen: String
    let dossiers: [DossierCode]
    let deadlines: [Due]

    private enum CodingKeys: String, CodingKey {
      case stage, carries, agency, office, destination, accepted, dossiers, deadlines
      case lastSeen = "last_seen"
    }
  }

  /// A deadline of it.
  struct Due: Encodable {
    let clock: ClockKind
    let started: String
    let due: String?
    let state: Deadline.State
    let warnings: [String]
  }

  /// A scan of it.
  struct Scan: Encodable {
    let event: String
    let time: String
    let recorded: String
    let source: String
  }

  let item: ItemID
  let archived: Bool
  let uses: [Use]
  let events: [Scan]

  init(_ found: Found<ItemReport>, now: Instant) {
    let report = found.value
    archived = found.isArchived
    item = report.item
    uses = report.uses.map { use in
      Use(
        stage: use.shipment.stage.name, carries: use.shipment.posting.carries.name, agency: use.shipment.posting.agency,
        office: use.shipment.office, destination: use.shipment.destination, accepted: use.shipment.accepted.rfc3339,
        lastSeen: use.shipment.lastSeen.time.rfc3339, dossiers: use.shipment.carried.map(\.dossier),
        deadlines: use.deadlines.map(\.deadline).map { deadline in
          Due(
            clock: deadline.clock, started: deadline.started.rfc3339, due: deadline.dueDate.due?.rfc3339,
            state: deadline.state(at: now), warnings: deadline.warnings.map(\.rfc3339))
        })
    }
    events = report.events.map { logged in
      Scan(
        event: logged.word, time: logged.event.time.rfc3339, recorded: logged.recorded.rfc3339,
        source: logged.event.identity.source.text)
    }
  }
}

/// An agency as a program reads it.
struct AgencyAnswer: Encodable {
  let code: AgencyCode
  let name: String
  let level: Agency.Level
  let successor: AgencyCode?
  let alerts: Int
  let adoption: AdoptionCount?

  init(_ entry: AgencyEntry) {
    code = entry.code
    name = entry.agency.name
    level = entry.agency.level
    successor = entry.agency.successor
    alerts = entry.standing
    adoption = entry.adoption
  }
}

/// A procedure as a program reads it.
struct ProcedureAnswer: Encodable {
  let code: ProcedureCode
  let name: String
  let field: String
  let term: String
  let law: String?
  let adoption: AdoptionCount?

  init(_ entry: ProcedureEntry) {
    code = entry.code
    name = entry.procedure.name
    field = entry.procedure.field
    term = entry.procedure.term.words.en
    law = entry.procedure.law
    adoption = entry.adoption
  }
}

/// A post office as a program reads it.
struct OfficeAnswer: Encodable {
  /// A device of it.
  struct Device: Encodable {
    let source: String
    let heard: String
  }

  let code: OfficeCode
  let name: String
  let district: String
  let remote: Bool
  let heard: String?
  let silentWorkingDays: Int?
  let silent: Bool
  let devices: [Device]?
  /// As of when the days hold; missing while there are none.
  let known: String?
  let days: [OfficeDay]?

  init(_ entry: OfficeEntry, withDevices: Bool, scans: OfficeScans? = nil) {
    known = scans?.known?.rfc3339
    days = scans?.days
    code = entry.code
    name = entry.office.name
    district = entry.office.district
    remote = entry.office.isRemote
    heard = entry.heard?.rfc3339
    silentWorkingDays = entry.silentDays
    silent = entry.isSilent
    devices =
      withDevices
      ? entry.devices.map { Device(source: $0.source.text, heard: $0.heard.rfc3339) } : nil
  }

  private enum CodingKeys: String, CodingKey {
    case code, name, district, remote, heard, silent, devices, known, days
    case silentWorkingDays = "silent_working_days"
  }
}

/// A parked message as a program reads it.
struct ParkedAnswer: Encodable {
  let id: Int64
  let recorded: String
  let reason: String
  let detail: String
  let routingKey: String
  let retry: String?
  let body: String?

  init(_ message: ParkedMessage, withBody: Bool) {
    id = message.id
    recorded = message.recorded.rfc3339
    reason = message.refusal.reason.rawValue
    detail = message.refusal.detail
    routingKey = message.message.routingKey
    retry = message.retry?.rfc3339
    body = withBody ? message.shownBody : nil
  }

  private enum CodingKeys: String, CodingKey {
    case id, recorded, reason, detail, retry, body
    case routingKey = "routing_key"
  }
}
