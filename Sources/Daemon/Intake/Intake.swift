import Broker
import Dossiers
import Logging
import ServiceLifecycle
import Store

/// Takes batches from the queue into the store, and acknowledges each once it is committed.
struct Intake: Service {
  let consumer: Consumer
  /// The queue of events, which the backlog is counted in.
  let queue: String
  /// Whether the run before this one never ended.
  let followsCrash: Bool
  let store: any DossierStore
  let hearing: Hearing
  let reader: Shared<Reader>
  let clock: any WallClock
  let bell: Bell
  let pulse: Pulse
  let meter: Meter
  let logger: Logger

  func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await withGracefulShutdownHandler {
          try await consumer.run()
        } onGracefulShutdown: {
          consumer.stop()
        }
      }
      group.addTask { try await follow() }
      defer { group.cancelAll() }
      try await group.waitForAll()
    }
  }

  /// Reads one batch while the one before is being taken: two cores are then at work, and one batch is all that waits.
  private func follow() async throws {
    var suspicion = Suspicion(queue: queue, isOpen: followsCrash)
    try await withThrowingTaskGroup(of: Void.self) { inHand in
      for await happening in consumer.happenings {
        if case .batch(let batch) = happening {
          let portion = read(batch, &suspicion)
          try await inHand.next()
          inHand.addTask { try await take(portion) }
        } else {
          // What is settled belongs to the link that it came on.
          try await inHand.next()
          heed(happening)
        }
      }
      try await inHand.waitForAll()
    }
  }

  private func heed(_ happening: Happening) {
    switch happening {
    case .batch: break
    case .connected(let backlog):
      logger.info("listening to the queue", metadata: ["backlog": "\(backlog)"])
      hearing.connected(backlog: backlog, since: clock.now)
      bell.ring()
    case .disconnected:
      // A try that fails is no link that was lost.
      if hearing.link.isUp { meter.lostLink() }
      hearing.disconnected(since: clock.now)
      bell.ring()
    case .blocked(let reason):
      logger.warning("the broker takes no messages; see to its memory and disk", metadata: ["reason": "\(reason)"])
    case .unblocked:
      logger.info("the broker takes messages again")
    }
  }

  /// A batch as it was read.
  private struct Portion: Sendable {
    let batch: Batch
    /// What is tried alone, and read only then.
    let suspects: [Delivery]
    let arrivals: [Arrival]
    let recorded: Instant
    let reader: Reader
  }

  private func read(_ batch: Batch, _ suspicion: inout Suspicion) -> Portion {
    let recorded = clock.now
    let reader = reader.value
    let (suspects, others) = suspicion.parted(batch.deliveries)
    return Portion(
      batch: batch, suspects: suspects, arrivals: others.map { reader.read($0, recorded: recorded) },
      recorded: recorded, reader: reader)
  }

  private func take(_ portion: Portion) async throws {
    pulse.begins(.intake)
    defer { pulse.turned(.intake) }
    let began = ContinuousClock.now
    do throws(StoreError) {
      var taken = Taken()
      for suspect in portion.suspects {
        // Thousands on a slow disk would outlast the time that a stop has.
        guard !Task.isShuttingDownGracefully else { return consumer.release(portion.batch) }
        report(
          try await LoneTry(store: store).take(Message(suspect), recorded: portion.recorded) {
            portion.reader.read(suspect, recorded: portion.recorded)
          })
        pulse.begins(.intake)
      }
      if !portion.arrivals.isEmpty {
        taken = try await store.take(portion.arrivals, recorded: portion.recorded)
        report(taken, of: portion.arrivals)
      }
      meter.took(taken, of: portion.batch.deliveries.count, in: .now - began)
      consumer.settled(portion.batch)
      // A dead letter is no part of the backlog, and clears nothing.
      hearing.settled(portion.batch.deliveries.count { $0.queue == queue }, wasFull: portion.batch.isFull)
      bell.ring()
    } catch {
      guard error.mayPass else {
        // Nobody may be waiting for the next batch when this one cannot be taken.
        consumer.stop()
        throw error
      }
      await waitForStore(error)
    }
  }

  /// Logs what was parked: a line for each reason, with the first message as an example, however many there were.
  private func report(_ taken: Taken, of arrivals: [Arrival] = []) {
    for (reason, count) in taken.parked {
      var fields: Logger.Metadata = ["reason": "\(reason.rawValue)", "count": "\(count)"]
      if let (message, refusal) = arrivals.first(refusedFor: reason) {
        fields["cause"] = "\(refusal.detail)"
        if let id = message.messageID { fields["event"] = "\(id)" }
        let sender = message.routingKey.split(separator: ".", maxSplits: 1)
        if sender.count == 2 { fields[sender[0] == "postoffice" ? "office" : "agency"] = "\(sender[1])" }
      }
      logger.log(level: reason.level, "parked", metadata: fields)
    }
  }

  /// Gives the deliveries back and stays away from the queue until the store commits again.
  private func waitForStore(_ error: StoreError) async {
    logger.error("intake stands still", metadata: ["error": "\(error)"])
    pulse.trouble("\(error)")
    consumer.hold()
    let patience = Bell()
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      await patience.wait(atMost: .seconds(2))
      pulse.begins(.intake)
      // A commit that really writes: a batch of nothing would prove nothing of a full disk.
      if (try? await store.probe(at: clock.now)) != nil { break }
    }
    pulse.trouble(nil)
    logger.notice("the store commits again; intake goes on")
    consumer.resume()
  }
}

extension [Arrival] {
  /// The first that was refused for a reason.
  fileprivate func first(refusedFor reason: Refusal.Reason) -> (message: Message, refusal: Refusal)? {
    for arrival in self {
      if case .refused(let refusal) = arrival.reading, refusal.reason == reason { return (arrival.message, refusal) }
    }
    return nil
  }
}

extension Refusal.Reason {
  /// How much it matters to the administrator: whether it goes away by itself, wants a look, or tells of a fault.
  fileprivate var level: Logger.Level {
    switch self {
    case .early: .info
    case .deadLetter, .notVouched, .notAllowed: .warning
    case .crashed: .error
    default: .notice
    }
  }
}
