extension EventDecoder {
  func scan(_ data: inout JSONFields, by source: EventSource) throws(ContractError) -> Scan {
    let item = try item(data.require("item"))
    let milestone = try data.require("event").word(of: Milestone.names)
    let told = try data.require("office")
    let office: OfficeCode = try told.code()
    switch source.party {
    case .scanner(office, _), .operator: break
    case .scanner(let home, _): throw told.unlike("the office of the source, \(home)")
    case .desk: throw told.wrong("expected a scan from a scanner, found one from the desk of an agency")
    }

    let recipient = milestone == .delivered ? try data.take("to")?.word(of: Recipient.names) : nil
    let newDestination: OfficeCode? = milestone == .redirected ? try data.require("destination").code() : nil
    let posting = milestone == .accepted ? try posting(&data) : nil
    let reason =
      switch milestone {
      case .attempted, .held, .returned: try data.require("reason").word(of: Reason.names)
      default: try data.take("reason")?.word(of: Reason.names)
      }
    return Scan(
      item: item, milestone: milestone, office: office, reason: reason, recipient: recipient ?? .addressee,
      newDestination: newDestination, posting: posting)
  }

  func item(_ value: JSONValue) throws(ContractError) -> ItemID {
    try value.read(domestic.isEmpty ? ItemID.expectation : "\(ItemID.expectation), or one of a domestic form") {
      ItemID(utf8: $0, domestic: domestic)
    }
  }

  private func posting(_ data: inout JSONFields) throws(ContractError) -> Posting {
    let carries = try data.require("carries").word(of: Papers.names)
    let agency: AgencyCode = try data.require("agency").code()
    let destination: OfficeCode = try data.require("destination").code()
    let list = data.take("dossiers")
    if list == nil, carries != .dossier { throw data.missing("dossiers") }
    let slip = carries == .dossier ? try data.take("slip")?.flag() : nil
    return Posting(
      carries: carries, agency: agency, destination: destination, dossiers: try list.map(dossiers) ?? [],
      slip: slip ?? false)
  }

  private func dossiers(_ list: JSONValue) throws(ContractError) -> [DossierReference] {
    var references: [DossierReference] = []
    for element in try list.elements(1...max(1, limits.dossiers)) {
      var fields = try element.fields()
      let code = try fields.require("code")
      let reference = DossierReference(
        code: try code.code(), procedure: try fields.require("procedure").code(),
        promised: try fields.take("promised")?.date())
      try fields.finish()
      let isRepeated = references.contains { $0.code == reference.code }
      guard !isRepeated else { throw code.unlike("each dossier once") }
      references.append(reference)
    }
    return references
  }
}
