/// What one shipment shows of the post's care: whether it was lost, damaged, led astray, withdrawn, delivered at the
/// first try, and scanned all the way.
public struct Passage: Sendable, Hashable {
  /// The way.
  public let leg: Leg
  /// The agency posted to or from.
  public let agency: AgencyCode
  /// The accepting and the delivering office.
  public let offices: [OfficeCode]
  /// The GSO code of the district of the citizen's office.
  public let district: String?
  /// When it was accepted.
  public let accepted: Instant
  /// How it ended; nil while it is on its way.
  public let end: Shipment.End?
  /// The times at which it was declared lost or damaged.
  public let mishaps: [Shipment.Mishap]
  /// The first try to hand it to the addressee, and whether that succeeded; nil where there was none yet.
  public let firstTry: Try?
  /// Whether it came to an office that it was not meant for.
  public let isMisrouted: Bool
  /// Whether no scan is missing between those that were made.
  public let isUnbroken: Bool

  /// One try at the addressee.
  public struct Try: Sendable, Hashable {
    /// When.
    public let at: Instant
    /// Whether it was handed over.
    public let succeeded: Bool
  }
}

extension DeadlinePlanner {
  /// What `shipment` shows.
  public func passage(of shipment: Shipment) -> Passage {
    Passage(
      leg: shipment.leg, agency: shipment.posting.agency, offices: [shipment.office, shipment.destination],
      district: district(of: shipment), accepted: shipment.accepted, end: shipment.end, mishaps: shipment.mishaps,
      firstTry: shipment.firstTry, isMisrouted: shipment.steps.contains { $0.milestone == .misrouted },
      isUnbroken: shipment.isUnbroken)
  }
}

extension Shipment {
  /// The first try at the addressee; one at the sender, to whom it goes back, is none, and neither is the word that it
  /// waits at the counter.
  fileprivate var firstTry: Passage.Try? {
    for step in steps {
      switch step.milestone {
      case .returned: return nil
      case .attempted: return Passage.Try(at: step.time, succeeded: false)
      case .delivered where end?.kind == .delivered: return Passage.Try(at: step.time, succeeded: true)
      default: continue
      }
    }
    return nil
  }

  /// Whether each departure is followed by an arrival, and each arrival preceded by a departure.
  ///
  /// What is done at a counter or a door shows that the item was there, and so that it had arrived. A hub that scanned
  /// neither leaves no trace.
  var isUnbroken: Bool {
    var isAway = false
    var hasArrived = office == posting.destination
    for step in steps {
      switch step.milestone {
      case .departed:
        if isAway { return false }
        isAway = true
      case .arrived, .misrouted:
        if !isAway { return false }
        isAway = false
        hasArrived = true
      case .outForDelivery, .attempted:
        if isAway || !hasArrived { return false }
      case .delivered:
        // Handed back where it was posted, it need not have left.
        if isAway || (!hasArrived && end?.kind == .delivered) { return false }
      case .accepted, .held, .redirected, .returned, .cancelled, .damaged, .lost:
        break
      }
    }
    return true
  }
}
