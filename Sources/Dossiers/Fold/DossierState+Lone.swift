extension DossierState {
  /// The state of a dossier of which nothing is known but that its papers, or its result, were posted in one item: the
  /// same as by folding, which costs many times as much, and what most dossiers are for most of their way. Nil for others.
  init?(ofLone dossier: DossierCase) {
    guard dossier.notes.isEmpty, dossier.carried.count == 1 else { return nil }
    let posting = dossier.carried[0]
    guard posting.promised == nil, posting.end?.kind != .cancelled else { return nil }
    code = dossier.code
    agency = posting.agency
    procedure = posting.procedure
    opened = posting.accepted
    switch posting.carries {
    case .dossier:
      lodged = posting.end?.kind == .delivered ? posting.end?.at : nil
      stage = lodged == nil ? .collecting : .processing
      if let lodged { life = [Occurrence(.lodged, at: lodged)] }
    case .result, .refusal:
      decided = posting.accepted
      life = [Occurrence(.resultPosted, at: posting.accepted), Occurrence(.decided, at: posting.accepted)]
      switch posting.end?.kind {
      case .delivered:
        stage = .done
        ended = posting.end?.at
      case .returned: stage = .backAtAgency
      default: stage = .sending
      }
    case .supplement, .slip, .supplementRequest, .papersBack:
      return nil
    }
  }
}
