import Dossiers

extension Chronicle {
  /// An agency works on a dossier, lodged when it was handed over and received when the desk said so, until it posts
  /// the result.
  mutating func process(_ dossier: Case, lodged: Instant, received: Instant) {
    guard received < end else { return }
    var (start, atDesk) = (lodged, received)
    if dossier.workingDays > 0, dice.chance(0.08) {
      guard let completed = supplement(dossier, after: received) else { return }
      (start, atDesk) = (completed, completed)
    }
    if dossier.workingDays > 2, dice.chance(0.05) { consult(on: dossier, after: start) }

    let due = dueDay(of: dossier, from: start)
    let decided = decisionTime(on: dossier, from: atDesk, due: due)
    guard decided < end else { return }
    let posted = open(nil, later(decided, minutes: 40...180))
    switch dice.within(1...100) {
    case 1...3:
      note(.refused, dossier.code, by: dossier.bureau, at: decided)
      _ = post(.refusal, of: dossier, at: posted)
    case 4:
      note(.givenUp, dossier.code, by: dossier.bureau, at: decided)
      _ = post(.papersBack, of: dossier, at: posted)
    default:
      note(.resultReady, dossier.code, by: dossier.bureau, at: decided)
      _ = post(.result, of: dossier, at: posted)
    }
  }

  /// When the agency decides: mostly in time, sometimes after a letter of apology.
  private mutating func decisionTime(on dossier: Case, from start: Instant, due: LocalDate) -> Instant {
    guard dice.chance(faults.breaches) else {
      guard dossier.workingDays > 0 else {
        let sameDay = later(start, minutes: 30...90)
        return LocalDate(start) == due && LocalDate(sameDay) == due ? sameDay : time(on: due, minutes: 480...660)
      }
      let used = Double(dossier.workingDays) * (0.4 + 0.6 * dice.fraction())
      let day = workday(max(1, Int(used)), after: LocalDate(start))
      return time(on: min(day, due), minutes: 480...680)
    }
    let decided = workday(dice.within(1...max(2, min(dossier.workingDays, 10))), after: due)
    if dossier.workingDays > 2, dice.chance(0.5) {
      let apology = time(on: workday(-1, after: due), minutes: 840...990)
      note(.rescheduled(promised: workday(1, after: decided)), dossier.code, by: dossier.bureau, at: apology)
    }
    return time(on: decided, minutes: 480...680)
  }

  /// Papers are missing: the agency asks for them and the citizen sends them, or gives up.
  private mutating func supplement(_ dossier: Case, after received: Instant) -> Instant? {
    let bureau = province.bureaus[dossier.bureau]
    let asked = time(on: workday(dice.within(1...3), after: LocalDate(received)), minutes: 480...660)
    let until = workday(10, after: LocalDate(asked))
    note(.supplementRequested(until: until), dossier.code, by: dossier.bureau, at: asked)
    var told = later(asked, minutes: 30...600)
    if bureau.desk == nil || dice.chance(0.5) {
      let posted = open(nil, later(asked, minutes: 30...120))
      guard let delivered = post(.supplementRequest, of: dossier, at: posted) else { return nil }
      told = delivered
    }
    if dice.chance(0.08) {
      let day = workday(dice.within(3...8), after: LocalDate(told))
      note(.givenUp, dossier.code, by: dossier.bureau, at: time(on: day, minutes: 480...660))
      return nil
    }
    let posting = Posting(
      carries: .supplement, agency: bureau.code, destination: province.places[bureau.office].code,
      dossiers: [dossier.reference])
    let parcel = Parcel(
      item: collectionItems.take(), posting: posting, origin: dossier.home, target: bureau.office)
    let sent = counterTime(on: workday(dice.within(1...5), after: LocalDate(told)))
    guard let delivered = send(parcel, to: dossier.bureau, at: sent) else { return nil }
    note(
      .supplementReceived(until: nil), dossier.code, by: dossier.bureau,
      at: open(dossier.bureau, later(delivered, minutes: 5...60)))
    return delivered
  }

  /// Another body is asked, and answers.
  private mutating func consult(on dossier: Case, after start: Instant) {
    let other = province.bureaus[dice.index(below: province.bureaus.count)].code.text
    let ref = "YK-\(dice.within(100...9999))"
    let asked = time(on: workday(1, after: LocalDate(start)), minutes: 480...660)
    let until = workday(5, after: LocalDate(asked))
    let answered = time(on: workday(dice.within(1...5), after: LocalDate(asked)), minutes: 480...660)
    note(.consulted(ref: ref, body: other, until: until), dossier.code, by: dossier.bureau, at: asked)
    note(.answered(ref: ref, body: other, until: until), dossier.code, by: dossier.bureau, at: answered)
  }
}
