import Broker

/// Which deliveries may have ended the process, after a run that never ended.
///
/// They are delivered again, and a quorum queue delivers what was given back before what is new: so the first new event
/// ends the suspicion. A link that was merely lost begins none, or thousands of messages would be tried one by one.
struct Suspicion {
  /// The queue of events.
  let queue: String
  /// Whether the run before never ended, and no new event has come since.
  private(set) var isOpen: Bool

  init(queue: String, isOpen: Bool) {
    self.queue = queue
    self.isOpen = isOpen
  }

  /// Parts the deliveries of a batch into those to try alone and the others.
  mutating func parted(_ deliveries: [Delivery]) -> (suspects: [Delivery], others: [Delivery]) {
    guard isOpen else { return ([], deliveries) }
    var suspects: [Delivery] = []
    var others: [Delivery] = []
    for delivery in deliveries {
      if isOpen && delivery.isRedelivered { suspects.append(delivery) } else { others.append(delivery) }
      if delivery.queue == queue && !delivery.isRedelivered { isOpen = false }
    }
    return (suspects, others)
  }
}
