/// Decides whether an event is taken or parked, by the event, the bounds and the registry alone, never by other events.
public struct Admission: Sendable {
  /// The bounds on an event's time, against the instant at which intake took it.
  public struct Bounds: Sendable, Hashable {
    /// How far ahead of its recording an event may be.
    public let ahead: Span
    /// How old an event may be; nil where any age is taken.
    public let age: Span?
    /// Whether the broker must vouch for the sender.
    public let requiresUser: Bool

    /// Bounds of these widths.
    public init(ahead: Span = .minutes(10), age: Span? = .days(60), requiresUser: Bool = false) {
      self.ahead = ahead
      self.age = age
      self.requiresUser = requiresUser
    }
  }

  /// What the broker says of the sender.
  public enum Channel: Sendable, Hashable {
    /// From the queue, with the user that the broker vouches for, where it does.
    case queue(user: String?)
    /// From an operator on this machine.
    case local
  }

  let bounds: Bounds
  let registry: Registry

  /// An admission by these bounds and this registry.
  public init(bounds: Bounds, registry: Registry) {
    self.bounds = bounds
    self.registry = registry
  }

  /// Why `event`, recorded at `recorded`, must be parked; nil where it is taken.
  public func refusal(of event: Event, recorded: Instant, channel: Channel) -> Refusal? {
    senderRefusal(of: event, channel: channel) ?? referenceRefusal(of: event)
      ?? timeRefusal(of: event, recorded: recorded, channel: channel)
  }

  private func senderRefusal(of event: Event, channel: Channel) -> Refusal? {
    guard case .queue(let user) = channel else { return nil }
    let owner: any Code
    switch event.identity.source.party {
    case .operator:
      return Refusal(.notAllowed, "operators' events come from this machine, never from the queue")
    case .scanner(let office, _): owner = office
    case .desk(let agency, _): owner = agency
    }
    guard bounds.requiresUser else { return nil }
    guard let user else {
      return Refusal(.notVouched, "the message has no user_id; the sender must set it to the AMQP user it logs in as")
    }
    guard user != owner.text else { return nil }
    return Refusal(.notVouched, "AMQP user '\(user)' speaks for \(event.identity.source.text)")
  }

  private func referenceRefusal(of event: Event) -> Refusal? {
    if let office = event.identity.source.office, !registry.offices.has(office) { return unknown(office) }
    if let agency = event.identity.source.agency, !registry.agencies.has(agency) { return unknown(agency) }
    switch event.fact {
    case .scanned(let scan):
      if !registry.offices.has(scan.office) { return unknown(scan.office) }
      if let office = scan.newDestination, !registry.offices.has(office) { return unknown(office) }
      guard let posting = scan.posting else { return nil }
      if !registry.offices.has(posting.destination) { return unknown(posting.destination) }
      if !registry.agencies.has(posting.agency) { return unknown(posting.agency) }
      return posting.dossiers.lazy.map(\.procedure).first { !registry.procedures.has($0) }.map(unknown)
    case .noted(let note):
      if !registry.agencies.has(note.agency) { return unknown(note.agency) }
      if case .received(_, let procedure?, _) = note.saying, !registry.procedures.has(procedure) {
        return unknown(procedure)
      }
      return nil
    case .closed(let closure):
      return closure.places.lazy.compactMap(unknownPlace).first
    case .voided, .alive, .tallied:
      return nil
    }
  }

  private func unknownPlace(_ place: Closure.Place) -> Refusal? {
    switch place {
    case .office(let office): !registry.offices.has(office) ? unknown(office) : nil
    case .agency(let agency): !registry.agencies.has(agency) ? unknown(agency) : nil
    case .district(let district): !registry.districts.has(district) ? unknownDistrict(district) : nil
    case .pair(let one, let other): unknownPlace(one) ?? unknownPlace(other)
    }
  }

  private func timeRefusal(of event: Event, recorded: Instant, channel: Channel) -> Refusal? {
    if event.time > recorded.advanced(by: bounds.ahead) {
      return Refusal(
        .early, "the event is of \(event.time.rfc3339), later than it was heard; it is taken when its time comes",
        retry: event.time)
    }
    // An operator is a person who decides, and what he adds is often of long ago.
    if channel != .local, let age = bounds.age, recorded.since(event.time) > age {
      return Refusal(.stale, "the event is of \(event.time.rfc3339), more than \(age.seconds / 86_400) days old")
    }
    return nil
  }

  private func unknown(_ office: OfficeCode) -> Refusal {
    Refusal(.unknownOffice, "post office \(office) is not in the registry")
  }

  private func unknown(_ agency: AgencyCode) -> Refusal {
    Refusal(.unknownAgency, "agency \(agency) is not in the registry")
  }

  private func unknownDistrict(_ district: String) -> Refusal {
    Refusal(.unknownDistrict, "district \(district) is not in the registry")
  }

  private func unknown(_ procedure: ProcedureCode) -> Refusal {
    Refusal(.unknownProcedure, "procedure \(procedure) is not in the registry")
  }
}

extension Dictionary {
  /// Whether there is a value of `key`, without a copy of it.
  fileprivate func has(_ key: Key) -> Bool { index(forKey: key) != nil }
}
