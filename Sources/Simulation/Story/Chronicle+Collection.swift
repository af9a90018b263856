import Dossiers

extension Chronicle {
  /// A citizen hands in a dossier at a post office.
  mutating func collect(from home: Int, for bureau: Int, on date: LocalDate) {
    let agency = province.bureaus[bureau]
    let procedure = competence.procedure(at: agency.level, &dice)
    let accepted = counterTime(on: date)
    // An agency without a desk can't name the dossier on receipt.
    let isNamed = agency.desk == nil || dice.chance(0.75)
    let wantsSlip = dice.chance(0.2)
    var reference: DossierReference?
    if isNamed {
      guard let code = codes.take(agency.code, bureau, on: date) else { return }
      reference = DossierReference(code: code, procedure: procedure.code)
    }
    let posting = Posting(
      carries: .dossier, agency: agency.code, destination: province.places[agency.office].code,
      dossiers: reference.map { [$0] } ?? [], slip: wantsSlip)
    let parcel = Parcel(item: collectionItems.take(), posting: posting, origin: home, target: agency.office)
    guard let delivered = send(parcel, to: bureau, at: accepted) else { return }

    let received = open(bureau, later(delivered, minutes: 5...60))
    let receiver = province.incumbent(of: bureau, on: LocalDate(received))
    if reference == nil,
      let code = codes.take(province.bureaus[receiver].code, receiver, on: LocalDate(received))
    {
      reference = DossierReference(code: code, procedure: procedure.code)
    }
    guard let reference else { return }
    let dossier = Case(bureau: receiver, home: home, reference: reference, workingDays: procedure.workingDays)
    let promised = dueDay(of: dossier, from: delivered)
    note(
      .received(item: parcel.item, procedure: isNamed ? nil : procedure.code, promised: promised), dossier.code,
      by: receiver, at: received)
    if wantsSlip {
      _ = post(.slip, of: dossier, at: open(nil, later(received, minutes: 60...300)))
    } else if dice.chance(0.5) {
      let told = open(bureau, later(received, minutes: 10...120))
      note(.dateTold(promised: promised), dossier.code, by: receiver, at: told)
    }
    process(dossier, lodged: delivered, received: received)
  }

  /// The last day of the agency's time.
  func dueDay(of dossier: Case, from start: Instant) -> LocalDate {
    let isAfterCutOff = dossier.workingDays == 0 && start.secondOfDay >= 15 * 3600
    return workday(isAfterCutOff ? 1 : dossier.workingDays, after: LocalDate(start))
  }

  /// Posts papers of a dossier towards the citizen, and tells when they are there, if ever.
  mutating func post(_ papers: Papers, of dossier: Case, at time: Instant) -> Instant? {
    let bureau = province.bureaus[province.incumbent(of: dossier.bureau, on: LocalDate(time))]
    let posting = Posting(
      carries: papers, agency: bureau.code, destination: province.places[dossier.home].code,
      dossiers: [dossier.reference])
    return send(
      Parcel(item: returnItems.take(), posting: posting, origin: bureau.office, target: dossier.home), to: nil,
      at: time)
  }
}
