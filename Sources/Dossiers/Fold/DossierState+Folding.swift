extension DossierState {
  /// The state that the evidence of `dossier` amounts to.
  public init(_ dossier: DossierCase, rules: Rules) {
    if let lone = DossierState(ofLone: dossier) { self = lone } else { self.init(folding: dossier, rules: rules) }
  }

  init(folding dossier: DossierCase, rules: Rules) {
    code = dossier.code
    let notes = open(dossier, rules: rules)
    guard agency != nil else { return }

    let postings = PostingGroup.groups(of: [.dossier], in: dossier.carried)
    let results = PostingGroup.groups(of: [.result, .refusal], in: dossier.carried)
    let supplements = PostingGroup.groups(of: [.supplement], in: dossier.carried)

    let received = notes.first { if case .received = $0.note.saying { true } else { false } }?.time
    lodged = [received, postings.compactMap(\.delivered).min()].compactMap(\.self).min()
    givenUp = notes.first { $0.note.saying == .givenUp }?.time
    let saidDecided = notes.first { $0.note.saying == .resultReady || $0.note.saying == .refused }?.time
    decided = [saidDecided, results.map(\.accepted).min()].compactMap(\.self).min()
    datesTold =
      (notes.compactMap { if case .dateTold = $0.note.saying { $0.time } else { nil } }
      + dossier.carried.compactMap { $0.carries == .slip && $0.end?.kind == .delivered ? $0.end?.at : nil }).sorted()

    let promises = promise(dossier, notes)
    let supplementing = supplementing(notes, supplements)
    live(notes, promises, supplementing, resultPosted: results.map(\.accepted).min())
    let awaitsPapers = lodged != nil && finish == nil && supplementing.last?.moment == .supplementRequested
    let stage = stage(results, awaitsPapers: awaitsPapers)
    self.stage = stage
    ended = stage == .done ? results.last?.delivered : stage == .givenUp ? givenUp : nil
    anomalies.sort { $0.event < $1.event }
  }

  /// Finds agency and procedure, and returns the notes that have a say.
  private mutating func open(_ dossier: DossierCase, rules: Rules) -> [HeardNote] {
    let received = dossier.notes.first { isReceipt($0, of: dossier.carried.first?.agency, rules: rules) }
    guard let agency = agencyThatOpens(dossier.carried.first, received) else {
      for note in dossier.notes { mark(.noteWithoutCase, note) }
      return []
    }

    for carried in dossier.carried {
      settleProcedure(
        carried.procedure, agreesOtherwise: isRelated(carried, to: agency, rules: rules),
        else: Anomaly(.disagrees, item: carried.item, event: carried.order))
    }
    let notes = notesWithASay(dossier.notes, agency: agency, rules: rules)
    for note in notes {
      guard case .received(let item, let procedure, _) = note.note.saying else { continue }
      settleProcedure(
        procedure, agreesOtherwise: true,
        else: Anomaly(.disagrees, item: item, event: note.order))
    }
    return notes
  }

  /// Whether the papers went to, or came from, `agency`, one before it, or one after it.
  private func isRelated(_ carried: CarriedShipment, to agency: AgencyCode, rules: Rules) -> Bool {
    if carried.agency == agency { return true }
    let registry = rules.registry(at: carried.accepted, knowing: carried.agency)
    return registry.agency(carried.agency, standsFor: agency) || registry.agency(agency, standsFor: carried.agency)
  }

  /// Whether `note` says that papers were received by someone who may say so: anyone, where none were posted; else the
  /// agency that they were posted to or the one that gave the code, one before it, or one after it.
  private func isReceipt(_ note: HeardNote, of posted: AgencyCode?, rules: Rules) -> Bool {
    guard case .received = note.note.saying else { return false }
    let speaker = note.note.agency
    guard let posted, posted != speaker else { return true }
    let registry = rules.registry(at: note.time, knowing: speaker)
    return [posted, code.agency].compactMap(\.self).contains {
      registry.agency(speaker, standsFor: $0) || registry.agency($0, standsFor: speaker)
    }
  }

  /// The dossier is opened by its first acceptance or by a receipt, whichever came first.
  private mutating func agencyThatOpens(_ carried: CarriedShipment?, _ received: HeardNote?) -> AgencyCode? {
    let isPosted = carried.map { carried in received.map { carried.order < $0.order } ?? true } ?? false
    agency = isPosted ? carried?.agency : received?.note.agency
    opened = isPosted ? carried?.accepted : received?.time
    return agency
  }

  /// The first word on the procedure stands; another one is marked.
  private mutating func settleProcedure(
    _ said: ProcedureCode?, agreesOtherwise: Bool, else anomaly: Anomaly
  ) {
    let agrees = said == nil || procedure == nil || said == procedure
    if !agrees || !agreesOtherwise { anomalies.append(anomaly) }
    procedure = procedure ?? said
  }

  /// The notes of the dossier's agency, of its successors, and of the bodies that it consulted.
  private mutating func notesWithASay(_ notes: [HeardNote], agency: AgencyCode, rules: Rules) -> [HeardNote] {
    var consulted: Set<String> = []
    var kept: [HeardNote] = []
    for note in notes {
      let registry = rules.registry(at: note.time, knowing: note.note.agency)
      let isOwn = registry.agency(note.note.agency, standsFor: agency)
      guard isOwn || consulted.contains(note.note.agency.text) else {
        mark(.foreignNote, note)
        continue
      }
      if case .consulted(_, let body, _) = note.note.saying { consulted.insert(body) }
      // A consulted body may answer, but the decision stays the agency's.
      if case .answered = note.note.saying { kept.append(note) } else if isOwn { kept.append(note) }
    }
    return kept
  }

  private func stage(_ results: [PostingGroup], awaitsPapers: Bool) -> DossierStage {
    if let givenUp {
      let hadResult = results.last?.delivered.map { $0 <= givenUp } ?? false
      return hadResult ? .done : .givenUp
    }
    if let last = results.last {
      if last.delivered != nil { return .done }
      return last.isBack ? .backAtAgency : .sending
    }
    if decided != nil { return .decided }
    if awaitsPapers { return .supplementing }
    return lodged == nil ? .collecting : .processing
  }

  mutating func mark(_ kind: Anomaly.Kind, _ note: HeardNote) {
    anomalies.append(Anomaly(kind, item: nil, event: note.order))
  }
}
