/// What to take from which queues, and in what portions.
public struct ConsumerOptions: Sendable, Hashable {
  /// The queues to take from; the backlog is counted in the first.
  public var queues: [String]
  /// How many deliveries of each queue may be unacknowledged, 1 to 65,535, beside the first, by which the backlog is
  /// counted.
  ///
  /// Four to eight batches: as little as one batch halves the speed, since the broker then waits for acknowledgements.
  public var prefetch: Int
  /// The most deliveries in a batch.
  public var batchCount: Int
  /// The most bytes of bodies in a batch; a single larger delivery makes a batch alone.
  public var batchBytes: Int
  /// How long a batch may wait for more after its first delivery.
  public var linger: Duration
  /// Bodies beyond this are cut to it; see ``Delivery/truncatedFrom``.
  public var bodyLimit: Int
  /// While this many bytes of bodies wait for the receiver, nothing more is read from the socket.
  public var waitingBytes: Int
  /// How long stopping waits for batches in hand to be settled.
  public var drain: Duration
  /// The pauses between attempts to connect.
  public var backoff: Backoff
  /// How often the first queue is asked after its depth; see ``Consumer/ready``.
  public var asking: Duration
  /// What must be at the broker beside the queues before anything is taken; `nil` to ask for nothing.
  public var topology: Topology?

  /// Options with the defaults.
  ///
  /// - Parameters:
  ///   - queues: The queues to take from.
  ///   - prefetch: How many deliveries of each queue may be unacknowledged.
  ///   - batchCount: The most deliveries in a batch.
  ///   - batchBytes: The most bytes of bodies in a batch.
  ///   - linger: How long a batch may wait for more.
  ///   - bodyLimit: The size in bytes that bodies are cut to.
  ///   - waitingBytes: The bytes that may wait for the receiver.
  ///   - drain: How long stopping waits for batches in hand.
  ///   - backoff: The pauses between attempts to connect.
  ///   - asking: How often the first queue is asked after its depth.
  ///   - topology: What must be at the broker beside the queues.
  public init(
    queues: [String] = ["dossierd.events", "dossierd.dead"], prefetch: Int = 4_096, batchCount: Int = 512,
    batchBytes: Int = 8 << 20, linger: Duration = .milliseconds(5), bodyLimit: Int = 16 << 20,
    waitingBytes: Int = 64 << 20, drain: Duration = .seconds(4), backoff: Backoff = Backoff(),
    asking: Duration = .seconds(10), topology: Topology? = nil
  ) {
    self.queues = queues
    self.prefetch = prefetch
    self.batchCount = batchCount
    self.batchBytes = batchBytes
    self.linger = linger
    self.bodyLimit = bodyLimit
    self.waitingBytes = waitingBytes
    self.drain = drain
    self.backoff = backoff
    self.asking = asking
    self.topology = topology
  }

  /// Looks for what could never work.
  ///
  /// - Throws: ``BrokerError/invalidOption(name:reason:)``.
  public func check() throws(BrokerError) {
    guard !queues.isEmpty, Set(queues).count == queues.count,
      queues.allSatisfy({ (1...255).contains($0.utf8.count) })
    else { throw .invalidOption(name: "queues", reason: "expected names of 1 to 255 bytes, each once") }
    guard (1...65_535).contains(prefetch) else {
      throw .invalidOption(name: "prefetch", reason: "\(prefetch); expected 1 to 65535")
    }
    for (name, value) in [
      ("batchCount", batchCount), ("batchBytes", batchBytes), ("bodyLimit", bodyLimit),
      ("waitingBytes", waitingBytes),
    ] where value < 1 {
      throw .invalidOption(name: name, reason: "\(value); expected 1 or more")
    }
  }
}
