/// Something that happened, as its source told it: one CloudEvent of the contract.
public struct Event: Sendable, Hashable {
  /// Who says it, and under which number.
  public let identity: EventIdentity
  /// When it happened, by the source's clock.
  public let time: Instant
  /// The device's own counter, where it keeps one; not part of the content.
  public let sequence: UInt64?
  /// What happened.
  public let fact: Fact

  /// An event of these parts.
  public init(identity: EventIdentity, time: Instant, sequence: UInt64? = nil, fact: Fact) {
    self.identity = identity
    self.time = time
    self.sequence = sequence
    self.fact = fact
  }

  /// Whether `other` says the same: type, time as an instant, and data once normalised.
  public func hasSameContent(as other: Event) -> Bool {
    time == other.time && fact == other.fact
  }

  /// Where the event stands in the story: by instant, then milestone, then source, then id.
  public var order: EventOrder { EventOrder(time: time, rank: rank, identity: identity) }

  /// The rank of a scan's milestone; everything else ranks after all scans.
  var rank: UInt8 {
    if case .scanned(let scan) = fact { scan.milestone.rawValue } else { .max }
  }
}

/// The identity of a CloudEvent: its source and its id.
public struct EventIdentity: Sendable, Hashable, Comparable {
  /// Who says it.
  public let source: EventSource
  /// The source's own name for the event.
  public let id: String

  /// The identity of these two.
  public init(source: EventSource, id: String) {
    self.source = source
    self.id = id
  }

  /// By source, then id, each by its bytes.
  public static func < (lhs: EventIdentity, rhs: EventIdentity) -> Bool {
    lhs.source == rhs.source ? lhs.id < rhs.id : lhs.source < rhs.source
  }
}

/// What orders events into one story, whatever the order of their arrival.
public struct EventOrder: Sendable, Hashable, Comparable {
  /// When it happened.
  public let time: Instant
  /// The rank of a scan's milestone; everything else ranks after all scans.
  public let rank: UInt8
  /// Breaks what is left of a tie.
  public let identity: EventIdentity

  /// The place of an event with these parts.
  public init(time: Instant, milestone: Milestone?, identity: EventIdentity) {
    self.time = time
    rank = milestone?.rawValue ?? .max
    self.identity = identity
  }

  /// The place of an event of this rank, as a store kept it.
  public init(time: Instant, rank: UInt8, identity: EventIdentity) {
    self.time = time
    self.rank = rank
    self.identity = identity
  }

  /// Earlier in the story comes first.
  public static func < (lhs: EventOrder, rhs: EventOrder) -> Bool {
    if lhs.time != rhs.time { return lhs.time < rhs.time }
    if lhs.rank != rhs.rank { return lhs.rank < rhs.rank }
    return lhs.identity < rhs.identity
  }
}
