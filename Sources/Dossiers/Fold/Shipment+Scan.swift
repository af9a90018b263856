/// What a new event changed for those who depend on the shipment.
public struct Effects: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Effects of these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Deadlines or alerts of the shipment may have moved.
  public static let clocks = Effects(rawValue: 1)
  /// The dossiers that it carries have something new.
  public static let dossiers = Effects(rawValue: 2)
  /// Deadlines of the shipment have moved, but none of them falls due sooner than one did before.
  public static let deferral = Effects(rawValue: 4)
}

extension Shipment {
  /// Takes a scan that comes later in the story than all before it.
  mutating func take(_ scan: Scan, _ event: Event, rules: Rules) -> Effects {
    if let misfit = misfit(of: scan) {
      note(misfit, event)
      return []
    }
    var effects: Effects = []
    if scan.milestone != .damaged, scan.milestone != .lost {
      effects = closeWhatLasts(at: event.time)
      let wasOnItsWay = steps.last?.milestone.isOnTheWay ?? true
      steps.append(Step(time: event.time, milestone: scan.milestone, reason: scan.reason))
      effects.formUnion(rules.effects(ofMoving: wasOnItsWay))
    }
    lastSeen = Sighting(time: event.time, office: scan.office, milestone: scan.milestone)

    switch scan.milestone {
    case .accepted:
      break
    case .departed, .arrived, .misrouted:
      stage = returning == nil ? .inTransit : .returning
    case .redirected:
      stage = returning == nil ? .inTransit : .returning
      destination = scan.newDestination ?? destination
      effects.insert(.clocks)
    case .held:
      stage = returning == nil ? .held : .returning
      holds.append(Hold(from: event.time, until: nil, reason: scan.reason))
      effects.insert(.clocks)
      if scan.reason == .readyForPickup { effects.formUnion(tell(at: event.time, scan.reason)) }
    case .outForDelivery:
      stage = returning == nil ? .outForDelivery : .returning
    case .attempted:
      stage = returning == nil ? .attempted : .returning
      effects.formUnion(tell(at: event.time, scan.reason))
    case .damaged:
      mishaps.append(Mishap(isLoss: false, since: event.time, over: nil))
      effects.insert(.clocks)
    case .lost:
      mishaps.append(Mishap(isLoss: true, since: event.time, over: nil))
      stage = .lost
      effects.insert(.clocks)
    case .returned:
      if returning == nil, isEarlyReturn(event, reason: scan.reason, rules: rules) { note(.returnedEarly, event) }
      returning = returning ?? event.time
      stage = .returning
      effects.insert(.clocks)
    case .delivered:
      if scan.office != destination, scan.office != office { note(.deliveredElsewhere, event) }
      finish(scan.recipient == .sender ? .returned : .delivered, at: event.time)
      effects.formUnion([.clocks, .dossiers])
    case .cancelled:
      finish(.cancelled, at: event.time)
      effects.formUnion([.clocks, .dossiers])
    }
    return effects
  }

  /// Takes the agency's word for which dossier came in this envelope.
  mutating func name(
    _ dossier: DossierCode, procedure: ProcedureCode?, promised: LocalDate?, by note: DeskNote, _ event: Event,
    rules: Rules
  ) -> Effects {
    // Whether the note has a say in a dossier that the envelope is known to carry is for that dossier to tell.
    if posting.dossiers.contains(where: { $0.code == dossier }) || named.contains(where: { $0.reference == dossier }) {
      return []
    }
    let registry = rules.registry(at: event.time, knowing: note.agency)
    guard registry.agency(note.agency, standsFor: posting.agency) else {
      self.note(.foreignNote, event)
      return []
    }
    guard posting.dossiers.isEmpty, posting.carries == .dossier else {
      self.note(.disagrees, event)
      return []
    }
    named.append(NamedDossier(reference: dossier, procedure: procedure, promised: promised))
    return [.dossiers]
  }

  mutating func note(_ kind: Anomaly.Kind, _ event: Event) {
    anomalies.append(Anomaly(kind, item: item, event: event.order))
  }

  /// Why the scan cannot go on from here, if it cannot.
  private func misfit(of scan: Scan) -> Anomaly.Kind? {
    if scan.milestone == .accepted { return .acceptedAgain }
    if end != nil { return .afterEnd }
    return scan.milestone == .cancelled && scan.office != office ? .disagrees : nil
  }

  /// A later scan shows that a hold is over and a lost item was found.
  private mutating func closeWhatLasts(at time: Instant) -> Effects {
    var effects: Effects = []
    if let last = holds.indices.last, holds[last].until == nil {
      holds[last].until = max(time, holds[last].from)
      effects.insert(.clocks)
    }
    for index in mishaps.indices where mishaps[index].isLoss && mishaps[index].over == nil {
      mishaps[index].over = time
      effects.insert(.clocks)
    }
    return effects
  }

  /// Notes a try at the addressee; one at the sender, to whom it goes back, is none.
  private mutating func tell(at time: Instant, _ reason: Reason?) -> Effects {
    guard returning == nil else { return [] }
    attempts.append(Attempt(time: time, reason: reason))
    return .clocks
  }

  private mutating func finish(_ kind: End.Kind, at time: Instant) {
    end = End(kind, at: time)
    for index in mishaps.indices where mishaps[index].over == nil { mishaps[index].over = time }
    switch kind {
    case .delivered: stage = .delivered
    case .returned: stage = .returned
    case .cancelled: stage = .cancelled
    }
  }

  /// Two invitations, two working days apart, come before a return (Circular 17/2017 art. 5(2)(h)), unless the
  /// addressee refused or is unknown.
  private func isEarlyReturn(_ event: Event, reason: Reason?, rules: Rules) -> Bool {
    guard leg == .return else { return false }
    let excused: Set<Reason> = [.refused, .addresseeUnknown]
    if excused.contains(reason ?? .other) || excused.contains(attempts.last?.reason ?? .other) { return false }
    guard attempts.count >= 2, let first = attempts.lazy.map(\.time).min() else { return true }
    let calendar = rules.calendars.inForce(at: event.time)
    guard let earliest = calendar.workingDay(2, after: LocalDate(first)) else { return true }
    return LocalDate(event.time) < earliest
  }
}
