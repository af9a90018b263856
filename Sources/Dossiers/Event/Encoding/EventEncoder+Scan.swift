extension EventEncoder {
  func encode(_ scan: Scan, _ data: inout JSONWriter) {
    data.member("item", scan.item.text)
    data.member("event", scan.milestone.name)
    data.member("office", scan.office.text)
    data.member("reason", scan.reason?.rawValue)
    if scan.recipient != .addressee { data.member("to", scan.recipient.rawValue) }
    data.member("destination", scan.newDestination?.text)
    if let posting = scan.posting { encode(posting, &data) }
  }

  private func encode(_ posting: Posting, _ data: inout JSONWriter) {
    data.member("carries", posting.carries.name)
    data.member("agency", posting.agency.text)
    data.member("destination", posting.destination.text)
    if !posting.dossiers.isEmpty {
      data.key("dossiers")
      data.array(posting.dossiers) { list, reference in
        list.object { dossier in
          dossier.member("code", reference.code.text)
          dossier.member("procedure", reference.procedure.text)
          dossier.member("promised", reference.promised?.description)
        }
      }
    }
    if posting.slip { data.member("slip", true) }
  }
}
