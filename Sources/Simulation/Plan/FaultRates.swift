/// How often things go wrong, each as a share from 0 to 1.
public struct FaultRates: Sendable, Hashable {
  /// Messages sent a second time under the same identity.
  public var duplicates = 0.02
  /// Messages that arrive two hours to two days after their event.
  public var late = 0.005
  /// Messages that others overtake by minutes.
  public var outOfOrder = 0.03
  /// Messages that never arrive and leave a gap in their device's counter.
  public var unheard = 0.0001
  /// Mountain offices that lose their link on a day, for hours up to two days.
  public var offlineOffices = 0.02
  /// Devices whose clock is off by up to two minutes.
  public var skewedClocks = 0.1
  /// Shipments that are lost on the way.
  public var lostItems = 0.0002
  /// Shipments that are declared damaged.
  public var damagedItems = 0.0005
  /// Shipments that go to an office they were not meant for.
  public var misroutedItems = 0.003
  /// Arrivals and departures that a hub does not scan.
  public var unscannedHubs = 0.03
  /// Acceptances that are on the hand-over list but were never scanned.
  public var unscannedAcceptances = 0.0002
  /// First delivery attempts to a citizen that fail.
  public var failedAttempts = 0.06
  /// Dossiers decided after their term; half as many shipments are slow enough to miss theirs.
  public var breaches = 0.05
  /// Shipments with a scan that is taken back later.
  public var voidings = 0.002
  /// Deliveries scanned minutes before their `out-for-delivery`.
  public var swappedScans = 0.005

  /// The rates of an ordinary year.
  public init() {}

  /// A province where every message arrives once and in order, and nothing is lost, late or taken back.
  public static let none: FaultRates = {
    var rates = FaultRates()
    let all: [WritableKeyPath<FaultRates, Double>] = [
      \.duplicates, \.late, \.outOfOrder, \.unheard, \.offlineOffices, \.skewedClocks, \.lostItems, \.damagedItems,
      \.misroutedItems, \.unscannedHubs, \.unscannedAcceptances, \.failedAttempts, \.breaches, \.voidings,
      \.swappedScans,
    ]
    for rate in all { rates[keyPath: rate] = 0 }
    return rates
  }()
}
