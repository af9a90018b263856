/// All that is to be said of one dossier at one instant; or of one shipment that has no dossier yet.
public struct CaseReport: Sendable, Hashable {
  /// The dossier; nil for a shipment without one.
  public let dossier: DossierCode?
  /// The agency that has the dossier, or had it to its end: the one that took over, once the one that it was opened at
  /// is no more. Nil where nothing has opened the dossier.
  public let agency: AgencyCode?
  /// The agency that it was opened at.
  public let origin: AgencyCode?
  /// The procedure, where it was said.
  public let procedure: ProcedureCode?
  /// Where it stands; nil where nothing has opened the dossier.
  public let stage: DossierStage?
  /// The shipments, by item and use.
  public let items: [Item]
  /// The deadlines, by clock, item and round.
  public let deadlines: [Deadline]
  /// The alerts, by clock, item, round and kind.
  public let alerts: [Alert]
  /// What does not fit, in the order of the story.
  public let anomalies: [Anomaly]
  /// The instant at which all this holds.
  public let now: Instant

  /// A shipment as a report shows it.
  public struct Item: Sendable, Hashable {
    /// The item.
    public let item: ItemID
    /// Its papers.
    public let carries: Papers
    /// Where it stands.
    public let stage: ShipmentStage
  }

  /// The report on a dossier.
  ///
  /// `histories` are those of the items that carry it. `dateTold` says when the citizen knew the appointment for an
  /// envelope; left out, this dossier alone says so.
  public init(
    _ state: DossierState, histories: [ItemHistory], planner: DeadlinePlanner, now: Instant, unclaimedAfter: Span,
    dateTold: ((Shipment) -> Instant?)? = nil
  ) {
    let own = histories.flatMap { history in
      history.shipments.filter { $0.carried.contains { $0.dossier == state.code } }
    }
    self.init(
      dossier: state.code, origin: state.agency, ended: state.ended, procedure: state.procedure, stage: state.stage,
      shipments: own, histories: histories,
      deadlines: planner.deadlines(of: state)
        + own.flatMap { shipment in
          planner.deadlines(
            of: shipment, dateTold: dateTold.map { $0(shipment) } ?? state.dateTold(since: shipment.accepted))
        }, anomalies: state.anomalies, planner: planner, now: now, unclaimedAfter: unclaimedAfter)
  }

  /// The reports on the uses of an item that carry no dossier yet, one each, or on an item that no acceptance claims;
  /// none where there is nothing to say of it.
  public static func anonymous(
    _ history: ItemHistory, planner: DeadlinePlanner, now: Instant, unclaimedAfter: Span
  ) -> [CaseReport] {
    let uses = history.shipments.filter { $0.carried.isEmpty }
    if uses.isEmpty {
      guard history.shipments.isEmpty, !history.unclaimed(at: now, after: unclaimedAfter).isEmpty else { return [] }
      return [CaseReport(nil, history, planner: planner, now: now, unclaimedAfter: unclaimedAfter)]
    }
    return uses.map { CaseReport($0, history, planner: planner, now: now, unclaimedAfter: unclaimedAfter) }
  }

  private init(
    _ use: Shipment?, _ history: ItemHistory, planner: DeadlinePlanner, now: Instant, unclaimedAfter: Span
  ) {
    self.init(
      dossier: nil, origin: use?.posting.agency, ended: use?.end.flatMap { $0.kind == .delivered ? nil : $0.at },
      procedure: nil,
      stage: use.map { $0.end?.kind == .delivered ? .processing : .collecting },
      shipments: [use].compactMap(\.self), histories: [history],
      deadlines: use.map { planner.deadlines(of: $0) } ?? [], anomalies: [], planner: planner,
      now: now, unclaimedAfter: unclaimedAfter)
  }

  private init(
    dossier: DossierCode?, origin: AgencyCode?, ended: Instant?, procedure: ProcedureCode?, stage: DossierStage?,
    shipments: [Shipment], histories: [ItemHistory], deadlines: [Deadline], anomalies: [Anomaly],
    planner: DeadlinePlanner, now: Instant, unclaimedAfter: Span
  ) {
    self.dossier = dossier
    self.origin = origin
    agency = origin.map { planner.rules.registries.latest.agency(inPlaceOf: $0, on: LocalDate(ended ?? now)) }
    self.procedure = procedure
    self.stage = stage
    self.now = now
    items = shipments.sorted { ($0.item, $0.round) < ($1.item, $1.round) }
      .map { Item(item: $0.item, carries: $0.posting.carries, stage: $0.stage) }
    self.deadlines = deadlines.sorted { $0.sortKey < $1.sortKey }
    alerts = (deadlines.compactMap { $0.alert(at: now) } + histories.flatMap { $0.mishapAlerts(of: shipments) })
      .sorted { $0.sortKey < $1.sortKey }
    self.anomalies =
      (anomalies + shipments.flatMap(\.anomalies)
      + histories.flatMap { $0.unclaimed(at: now, after: unclaimedAfter) })
      .sorted { $0.event < $1.event }
  }
}

extension ItemHistory {
  /// The scans that no acceptance has claimed for longer than `bound`.
  public func unclaimed(at now: Instant, after bound: Span) -> [Anomaly] {
    waiting.filter { $0.fact.scan != nil && now.since($0.time) > bound }.map {
      Anomaly(.unclaimed, item: item, event: $0.order)
    }
  }

  /// The alerts of all its mishaps.
  public var mishapAlerts: [Alert] { mishapAlerts(of: shipments) }

  /// The alerts of the mishaps of `some` of its shipments, numbered over all of them.
  func mishapAlerts(of some: [Shipment]) -> [Alert] {
    var counted = (lost: 0, damaged: 0)
    var alerts: [Alert] = []
    for shipment in shipments {
      if some.contains(shipment) { alerts += shipment.mishapAlerts(countingFrom: counted) }
      counted.lost += shipment.mishaps.lazy.filter(\.isLoss).count
      counted.damaged += shipment.mishaps.lazy.filter { !$0.isLoss }.count
    }
    return alerts
  }
}

extension Deadline {
  var sortKey: (String, String, Int) { (clock.rawValue, item?.text ?? "", round) }
}

extension Alert {
  var sortKey: (String, String, Int, String) { (clock?.rawValue ?? "", item?.text ?? "", round, kind.rawValue) }
}
