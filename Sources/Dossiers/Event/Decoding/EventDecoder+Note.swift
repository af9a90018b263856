extension EventDecoder {
  func note(_ data: inout JSONFields, by source: EventSource) throws(ContractError) -> DeskNote {
    let told = try data.require("agency")
    let agency: AgencyCode = try told.code()
    switch source.party {
    case .desk(agency, _), .operator: break
    case .desk(let home, _): throw told.unlike("the agency of the source, \(home)")
    case .scanner: throw told.wrong("expected a note from an agency's desk, found one from a scanner")
    }
    let dossier: DossierCode = try data.require("dossier").code()
    let kind = try data.require("note").word(of: DeskNote.Kind.names)
    return DeskNote(agency: agency, dossier: dossier, saying: try saying(kind, &data))
  }

  private func saying(_ kind: DeskNote.Kind, _ data: inout JSONFields) throws(ContractError) -> DeskNote.Saying {
    switch kind {
    case .received: try received(&data)
    case .dateTold: .dateTold(promised: try data.require("promised").date())
    case .supplementRequested: .supplementRequested(until: try data.take("until")?.date())
    case .supplementReceived: .supplementReceived(until: try data.take("until")?.date())
    case .consulted:
      .consulted(
        ref: try data.require("ref").text(64), body: try data.require("body").text(200),
        until: try data.require("until").date())
    case .answered:
      .answered(
        ref: try data.require("ref").text(64), body: try data.take("body")?.text(200),
        until: try data.take("until")?.date())
    case .rescheduled: .rescheduled(promised: try data.require("promised").date())
    case .resultReady: .resultReady
    case .refused: .refused
    case .givenUp: .givenUp
    }
  }

  private func received(_ data: inout JSONFields) throws(ContractError) -> DeskNote.Saying {
    let item = try data.take("item").map(item)
    let procedure: ProcedureCode? = try data.take("procedure")?.code()
    guard item != nil || procedure != nil else { throw data.missing("item' or 'procedure") }
    return .received(item: item, procedure: procedure, promised: try data.take("promised")?.date())
  }
}
