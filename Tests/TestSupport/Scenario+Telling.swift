public import Dossiers

extension Scenario {
  /// The acceptance of papers from 381100 to 380000, in one district, unless said otherwise.
  @discardableResult
  public mutating func accept(
    _ item: String = Scenario.item, at time: String, office: String = "381100", carries: Papers = .dossier,
    agency: String = "H18.101", destination: String = "380000", dossiers: [String] = [Scenario.dossier],
    procedure: String = "1.004884", slip: Bool = false
  ) -> EventIdentity {
    let posting = Posting(
      carries: carries, agency: code(agency), destination: code(destination),
      dossiers: dossiers.map { DossierReference(code: code($0), procedure: code(procedure)) }, slip: slip)
    return tell(
      .scanned(Scan(item: code(item), milestone: .accepted, office: code(office), posting: posting)), at: time,
      by: "/postoffices/\(office)/scanners/s1")
  }

  /// A scan of the item that most stories are about.
  @discardableResult
  public mutating func scan(
    _ milestone: Milestone, at time: String, office: String = "380000", reason: Reason? = nil,
    to recipient: Recipient = .addressee, destination: String? = nil
  ) -> EventIdentity {
    scan(Scenario.item, milestone, at: time, office: office, reason: reason, to: recipient, destination: destination)
  }

  /// Any scan but an acceptance, at 380000 unless said otherwise.
  @discardableResult
  public mutating func scan(
    _ item: String, _ milestone: Milestone, at time: String, office: String = "380000",
    reason: Reason? = nil, to recipient: Recipient = .addressee, destination: String? = nil
  ) -> EventIdentity {
    let scan = Scan(
      item: code(item), milestone: milestone, office: code(office), reason: reason, recipient: recipient,
      newDestination: destination.map { code($0) })
    return tell(.scanned(scan), at: time, by: "/postoffices/\(office)/scanners/s1")
  }

  /// A desk's note on the dossier.
  @discardableResult
  public mutating func note(
    _ saying: DeskNote.Saying, at time: String, agency: String = "H18.101", dossier: String = Scenario.dossier
  ) -> EventIdentity {
    tell(
      .noted(DeskNote(agency: code(agency), dossier: code(dossier), saying: saying)), at: time,
      by: "/agencies/\(agency)/desks/d1")
  }

  /// The handover record is signed.
  @discardableResult
  public mutating func received(
    _ dossier: String = Scenario.dossier, at time: String, agency: String = "H18.101", item: String? = nil,
    procedure: String? = nil
  ) -> EventIdentity {
    note(
      .received(item: item.map { code($0) }, procedure: procedure.map { code($0) }, promised: nil), at: time,
      agency: agency, dossier: dossier)
  }

  /// The hand-over list of an office for a day, 381100 unless said otherwise.
  @discardableResult
  public mutating func tally(
    _ date: String, accepted: Int, delivered: Int, at time: String, office: String = "381100"
  ) -> EventIdentity {
    tell(
      .tallied(Tally(date: day(date), accepted: accepted, delivered: delivered)), at: time,
      by: "/postoffices/\(office)/scanners/s1")
  }

  /// A voiding, by the same source as the event unless said otherwise.
  @discardableResult
  public mutating func void(_ identity: EventIdentity, at time: String, by source: String? = nil) -> EventIdentity {
    tell(
      .voided(Voiding(voided: identity, reason: .didNotOccur)), at: time, by: source ?? identity.source.text)
  }

  /// A closure, declared by an operator.
  @discardableResult
  public mutating func closure(
    from: String, until: String?, _ places: Closure.Place..., declared time: String? = nil
  ) -> EventIdentity {
    let closure = Closure(from: instant(from), until: until.map { instant($0) }, places: places, reason: "flood")
    return tell(.closed(closure), at: time ?? from, by: "/operators/lan")
  }
}
