extension EventEncoder {
  func encode(_ note: DeskNote, _ data: inout JSONWriter) {
    data.member("agency", note.agency.text)
    data.member("dossier", note.dossier.text)
    data.member("note", note.saying.name)
    switch note.saying {
    case .received(let item, let procedure, let promised):
      data.member("item", item?.text)
      data.member("procedure", procedure?.text)
      data.member("promised", promised?.description)
    case .dateTold(let promised), .rescheduled(let promised):
      data.member("promised", promised.description)
    case .supplementRequested(let until), .supplementReceived(let until):
      data.member("until", until?.description)
    case .consulted(let ref, let body, let until):
      data.member("ref", ref)
      data.member("body", body)
      data.member("until", until.description)
    case .answered(let ref, let body, let until):
      data.member("ref", ref)
      data.member("body", body)
      data.member("until", until?.description)
    case .resultReady, .refused, .givenUp:
      break
    }
  }
}
