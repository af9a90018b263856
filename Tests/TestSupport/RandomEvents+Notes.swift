import Dossiers

extension RandomEvents {
  mutating func noted() -> Event? {
    guard let desk = desk(), let agency = desk.agency, let issuer = self.agency(),
      let dossier = DossierCode("\(issuer)-\(digits(6))-\(digits(4 + below(4)))"), let saying = saying()
    else { return nil }
    let note = DeskNote(agency: agency, dossier: dossier, saying: saying)
    return event(.noted(note), by: below(8) == 0 ? operatorSource() : desk)
  }

  private mutating func saying() -> DeskNote.Saying? {
    let until = maybe() ? date() : nil
    switch one(of: DeskNote.Kind.allCases) {
    case .received: return received()
    case .dateTold: return .dateTold(promised: date())
    case .supplementRequested: return .supplementRequested(until: until)
    case .supplementReceived: return .supplementReceived(until: until)
    case .consulted: return .consulted(ref: text(64), body: text(200), until: date())
    case .answered: return .answered(ref: text(64), body: maybe() ? text(200) : nil, until: until)
    case .rescheduled: return .rescheduled(promised: date())
    case .resultReady: return .resultReady
    case .refused: return .refused
    case .givenUp: return .givenUp
    }
  }

  private mutating func received() -> DeskNote.Saying? {
    guard let item = item(), let procedure = procedure() else { return nil }
    let promised = maybe() ? date() : nil
    switch below(3) {
    case 0: return .received(item: item, procedure: nil, promised: promised)
    case 1: return .received(item: nil, procedure: procedure, promised: promised)
    default: return .received(item: item, procedure: procedure, promised: promised)
    }
  }
}
