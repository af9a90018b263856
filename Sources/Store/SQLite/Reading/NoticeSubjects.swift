import Dossiers
import GRDB

/// What alerts are about, read for those who are told of them.
enum NoticeSubjects {
  /// The subject of an alert; nil for one that is about the daemon itself.
  static func read(alert: Int64, _ working: Working, _ db: Database) throws -> NoticeSubject? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT of_item, owner, clock, round, subject FROM alerts WHERE id = ?"),
      arguments: [alert])
    guard let row else { return nil }
    guard let owner = row["owner"] as Int64? else {
      guard let subject = row["subject"] as String? else { return nil }
      return NoticeSubject(matter: subject, tally: try TallySubject(subject)?.compared(db))
    }
    let clock = ClockKind(rawValue: row["clock"])
    let round: Int = row["round"]
    let isItem: Bool = row["of_item"]
    return try isItem
      ? subject(ofItem: owner, clock, round: round, working, db)
      : subject(ofDossier: owner, clock, round: round, working, db)
  }

  private static func subject(
    ofItem key: Int64, _ clock: ClockKind?, round: Int, _ working: Working, _ db: Database
  ) throws -> NoticeSubject? {
    let item = try ItemKeys.item(key, db)
    let history = try ItemHistory.stored(key, item, working, db)
    let planned = try history?.shipments.map { shipment in
      (
        shipment: shipment,
        deadlines: working.planner.deadlines(
          of: shipment, dateTold: try dateTold(of: shipment, working, db), withPast: true)
      )
    }
    let found = planned?.first { $0.deadlines.contains { $0.clock == clock && $0.round == round } }
    let shipment = found?.shipment ?? history?.shipments.last
    let dossiers = shipment?.carried.map(\.dossier) ?? []
    return subject(
      clock, item: item, dossiers: dossiers, shipment: shipment,
      deadline: found?.deadlines.first { $0.clock == clock && $0.round == round },
      state: try dossiers.first.flatMap { try state($0, working, db) })
  }

  private static func subject(
    ofDossier key: Int64, _ clock: ClockKind?, round: Int, _ working: Working, _ db: Database
  ) throws -> NoticeSubject? {
    let code = try DossierKeys.code(key, working.agencies, db)
    let state = try state(code, working, db)
    let deadline = state.flatMap { state in
      working.planner.deadlines(of: state).first { $0.clock == clock && $0.round == round }
    }
    return subject(clock, item: nil, dossiers: [code], shipment: nil, deadline: deadline, state: state)
  }

  private static func subject(
    _ clock: ClockKind?, item: ItemID?, dossiers: [DossierCode], shipment: Shipment?, deadline: Deadline?,
    state: DossierState?
  ) -> NoticeSubject {
    NoticeSubject(
      clock: clock, item: item, dossiers: dossiers, origin: shipment?.posting.agency ?? state?.agency,
      procedure: state?.procedure, deadline: deadline, dossierStage: state?.stage, shipmentStage: shipment?.stage,
      lastSeen: shipment?.lastSeen,
      isRescheduled: state?.life.contains { $0.moment == .rescheduled } ?? false)
  }

  /// The post office that a standing alert is about, by its subject: its own code, a device of it, or a list of it.
  static func office(of subject: String) -> OfficeCode? {
    OfficeCode(subject) ?? EventSource(subject)?.office ?? TallySubject(subject)?.office
  }

  /// The deadlines of `owner` that are missed at `now` and have not ended.
  static func due(of owner: Owner, at now: Instant, _ working: Working, _ db: Database) throws -> [NoticeSubject] {
    try running(of: owner, by: working.planner, working, db).filter { $0.deadline?.isMissed(at: now) == true }
  }

  /// The deadlines of `owner` that have not ended and that fall due otherwise, or not at all, for `closure`.
  static func moved(by closure: Closure, of owner: Owner, _ working: Working, _ db: Database) throws
    -> [NoticeSubject]
  {
    let (open, closed) = (
      DeadlinePlanner(rules: working.rules), DeadlinePlanner(rules: working.rules, closures: [closure])
    )
    let usual = try running(of: owner, by: open, working, db)
    return try running(of: owner, by: closed, working, db).filter { subject in
      !usual.contains { $0.item == subject.item && $0.deadline?.isDue(as: subject.deadline) == true }
    }
  }

  /// The deadlines of `owner` that have not ended, as `planner` has them.
  private static func running(
    of owner: Owner, by planner: DeadlinePlanner, _ working: Working, _ db: Database
  ) throws -> [NoticeSubject] {
    guard owner.ofItem else {
      let code = try DossierKeys.code(owner.key, working.agencies, db)
      guard let state = try state(code, working, db) else { return [] }
      return planner.deadlines(of: state).filter { $0.end == nil }.map {
        subject($0.clock, item: nil, dossiers: [code], shipment: nil, deadline: $0, state: state)
      }
    }
    let item = try ItemKeys.item(owner.key, db)
    guard let history = try ItemHistory.stored(owner.key, item, working, db) else { return [] }
    return try history.shipments.flatMap { shipment in
      planner.deadlines(of: shipment, dateTold: try dateTold(of: shipment, working, db)).filter { $0.end == nil }.map {
        subject(
          $0.clock, item: item, dossiers: shipment.carried.map(\.dossier), shipment: shipment, deadline: $0, state: nil)
      }
    }
  }

  private static func state(_ code: DossierCode, _ working: Working, _ db: Database) throws -> DossierState? {
    try DossierCase.stored(code, working, db).map { DossierState($0, rules: working.rules) }
  }

  /// When the citizen first knew the appointment for the dossiers in an envelope whose slip must be brought back.
  static func dateTold(of shipment: Shipment, _ working: Working, _ db: Database) throws -> Instant? {
    var reader = EvidenceReader(working)
    return try reader.dateTold(of: shipment, db)
  }
}

extension Deadline {
  /// Whether this is the same run of the same clock, with the same due instant.
  fileprivate func isDue(as other: Deadline?) -> Bool {
    clock == other?.clock && round == other?.round && dueDate == other?.dueDate
  }
}

extension NoticeSubject {
  /// What an alert is about that no item or dossier owns: a post office, a device, a hand-over list, or an address.
  fileprivate init(matter: String, tally: TalliedDay?) {
    let office = NoticeSubjects.office(of: matter)
    self.init(
      clock: nil, item: nil, dossiers: [], origin: nil, procedure: nil, deadline: nil, dossierStage: nil,
      shipmentStage: nil, lastSeen: nil, office: office, matter: office?.text == matter || tally != nil ? nil : matter,
      tally: tally)
  }
}
