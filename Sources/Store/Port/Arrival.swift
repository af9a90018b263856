public import Dossiers

/// One message as it came, with what was read in it.
public final class Arrival: Sendable {
  /// What the body turned out to be.
  public enum Reading: Sendable {
    /// An event that may be taken.
    case event(Event)
    /// Something that must be parked.
    case refused(Refusal)
  }

  /// What was read.
  public let reading: Reading
  /// The message itself.
  public let message: Message
  /// The parked message that this one is another try of.
  public let parked: Int64?

  /// A message with its reading.
  public init(_ reading: Reading, message: Message, parked: Int64? = nil) {
    self.reading = reading
    self.message = message
    self.parked = parked
  }
}

/// A message as the broker gave it.
public struct Message: Sendable, Hashable {
  /// The body, whole.
  public let body: [UInt8]
  /// The queue that it came from; empty where it came from this machine.
  public let queue: String
  /// Its routing key.
  public let routingKey: String
  /// Its content type, where it has one.
  public let contentType: String?
  /// Its message id, where it has one.
  public let messageID: String?
  /// The user that the broker vouches for, where it does.
  public let userID: String?

  /// A message of these parts.
  public init(
    body: [UInt8], queue: String = "", routingKey: String = "", contentType: String? = nil, messageID: String? = nil,
    userID: String? = nil
  ) {
    self.body = body
    self.queue = queue
    self.routingKey = routingKey
    self.contentType = contentType
    self.messageID = messageID
    self.userID = userID
  }
}

/// What became of a batch.
public struct Taken: Sendable, Hashable {
  /// Events appended to the log.
  public var committed = 0
  /// Messages whose event was in the log already.
  public var duplicates = 0
  /// Messages parked, by reason; not those that were parked before and still are.
  public var parked: [Refusal.Reason: Int] = [:]
  /// Those of `committed` that had been parked before.
  public var replayed = 0
  /// Those of `duplicates` that had been parked before.
  public var replayedDuplicates = 0
  /// How many seconds after its time each scan of `committed` was recorded, by office.
  public var lags: [OfficeCode: Histogram] = [:]

  /// A second to three days: a scanner on the line, one in a pocket, and one in a commune without a net.
  public static let lagBounds: [Double] = [1, 10, 60, 600, 3_600, 21_600, 86_400, 259_200]

  /// Nothing taken.
  public init() {}

  /// Counts an event that was appended to the log.
  mutating func commit(_ event: Event, recorded: Instant) {
    committed += 1
    guard case .scanned(let scan) = event.fact else { return }
    // A clock that is ahead tells of no lag.
    let lag = max(recorded.since(event.time).microseconds, 0)
    lags[scan.office, default: Histogram(Taken.lagBounds)].add(Double(lag) / 1_000_000)
  }

  /// The messages of the batch that came in, rather than being tried again.
  public var received: Int {
    committed - replayed + duplicates - replayedDuplicates + parked.values.reduce(0, +)
  }
}
