/// Deliveries that are stored together and acknowledged together.
public struct Batch: Sendable {
  /// The deliveries, never none, in the order in which the broker sent them.
  public let deliveries: [Delivery]
  /// Whether it holds as much as a batch may, so that more may wait behind it.
  public let isFull: Bool
  let generation: Int
  let lastTag: UInt64
}

/// Deliveries that nobody has received yet.
struct Chunk {
  var deliveries: [Delivery] = []
  var bytes = 0
  /// When its first delivery came.
  let began: ContinuousClock.Instant

  /// Whether a delivery of this size still belongs in it.
  func takes(_ size: Int, _ options: ConsumerOptions) -> Bool {
    deliveries.count < options.batchCount && bytes + size <= options.batchBytes
  }
}
