import Dossiers

/// What an alert is about, as routes and silences ask for it.
struct Matter {
  var clock: ClockKind?
  var agency: AgencyCode?
  var office: OfficeCode?
  var procedures: [ProcedureCode] = []
  var dossiers: [DossierCode] = []
  var item: ItemID?

  /// The labels of an alert of this kind on `day`: its agency is the one that has the matter by then.
  func labels(_ kind: String, on day: LocalDate, in registry: Registry) -> AlertLabels {
    .of(
      kind: kind, clock: clock, agency: agency.map { registry.agency(inPlaceOf: $0, on: day) }, office: office,
      procedures: procedures, dossiers: dossiers, item: item, registry: registry)
  }
}

extension Matter {
  /// What a deadline or a mishap of `shipment` is about.
  init(_ shipment: Shipment, clock: ClockKind?) {
    self.init(
      clock: clock, agency: shipment.posting.agency, office: shipment.lastSeen.office,
      procedures: shipment.carried.compactMap(\.shipment.procedure), dossiers: shipment.carried.map(\.dossier),
      item: shipment.item)
  }

  /// What a deadline of a dossier is about.
  init(_ state: DossierState, clock: ClockKind) {
    self.init(
      clock: clock, agency: state.agency, procedures: state.procedure.map { [$0] } ?? [], dossiers: [state.code])
  }

  /// What people are told of.
  init(_ subject: NoticeSubject?) {
    self.init(
      clock: subject?.clock, agency: subject?.origin, office: subject?.lastSeen?.office ?? subject?.office,
      procedures: subject?.procedure.map { [$0] } ?? [], dossiers: subject?.dossiers ?? [], item: subject?.item)
  }
}
