import Dossiers

extension Chronicle {
  /// An agency sends a result of which nothing was heard before, or seldom of a dossier brought to its desk.
  mutating func sendResult(of bureau: Int, to home: Int, on date: LocalDate) {
    let agency = province.bureaus[bureau]
    guard isOpen(agency.office, on: date) else { return }
    let procedure = competence.procedure(at: agency.level, &dice)
    let posted = counterTime(on: date)
    if agency.desk != nil, dice.chance(0.02) {
      bring(to: bureau, procedure, home: home, at: posted)
      return
    }
    var references: [DossierReference] = []
    for _ in 0..<(dice.chance(0.03) ? dice.within(2...4) : 1) {
      let taken = dice.within(0...max(1, procedure.workingDays))
      let day = max(taken == 0 ? date : workday(-taken, after: date), agency.since ?? date.adding(-119))
      guard let code = codes.take(agency.code, bureau, on: day) else { return }
      let promised = dice.chance(0.3) ? workday(procedure.workingDays, after: day) : nil
      references.append(DossierReference(code: code, procedure: procedure.code, promised: promised))
    }
    let kind = dice.within(1...100)
    let posting = Posting(
      carries: kind == 1 ? .papersBack : kind <= 3 ? .refusal : .result, agency: agency.code,
      destination: province.places[home].code, dossiers: references)
    let parcel = Parcel(item: returnItems.take(), posting: posting, origin: agency.office, target: home)
    _ = send(parcel, to: nil, at: posted)
  }

  /// The citizen brings the dossier himself and has the result sent.
  private mutating func bring(to bureau: Int, _ procedure: Competence.Choice, home: Int, at time: Instant) {
    guard let code = codes.take(province.bureaus[bureau].code, bureau, on: LocalDate(time)) else { return }
    let dossier = Case(
      bureau: bureau, home: home, reference: DossierReference(code: code, procedure: procedure.code),
      workingDays: procedure.workingDays)
    let received = open(bureau, time)
    note(
      .received(item: nil, procedure: procedure.code, promised: dueDay(of: dossier, from: received)), code, by: bureau,
      at: received)
    process(dossier, lodged: received, received: received)
  }
}
