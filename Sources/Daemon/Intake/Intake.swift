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

  private func follow() async throws {
    var suspicion = Suspicion(queue: queue, isOpen: followsCrash)
    for await happening in consumer.happenings {
      switch happening {
      case .connected(let backlog):
        logger.info("listening to the queue", metadata: ["backlog": "\(backlog)"])
        hearing.connected(backlog: backlog, at: clock.now)
        bell.ring()
      case .batch(let batch):
        try await take(batch, &suspicion)
      case .disconnected(let error, let pause):
        logger.warning("the link to the broker is down", metadata: ["error": "\(error)", "retry_in": "\(pause)"])
        hearing.disconnected(at: clock.now)
        bell.ring()
      case .blocked(let reason):
        logger.warning("the broker takes no messages; see to its memory and disk", metadata: ["reason": "\(reason)"])
      case .unblocked:
        logger.info("the broker takes messages again")
      }
    }
  }

  private func take(_ batch: Batch, _ suspicion: inout Suspicion) async throws {
    let recorded = clock.now
    let reader = reader.value
    let (suspects, others) = suspicion.parted(batch.deliveries)
    do throws(StoreError) {
      for suspect in suspects {
        // Thousands on a slow disk would outlast the time that a stop has.
        guard !Task.isShuttingDownGracefully else { return consumer.release(batch) }
        let taken = try await LoneTry(store: store).take(Message(suspect), recorded: recorded) {
          reader.read(suspect, recorded: recorded)
        }
        report(taken)
      }
      if !others.isEmpty {
        report(try await store.take(others.map { reader.read($0, recorded: recorded) }, recorded: recorded))
      }
      consumer.settled(batch)
      // A dead letter is no part of the backlog, and clears nothing.
      hearing.settled(batch.deliveries.count { $0.queue == queue })
      pulse.turned()
      bell.ring()
    } catch {
      guard error.mayPass else { throw error }
      await waitForStore(error)
    }
  }

  private func report(_ taken: Taken) {
    for (reason, count) in taken.parked {
      logger.notice("parked", metadata: ["reason": "\(reason.rawValue)", "count": "\(count)"])
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
      // A commit that really writes: a batch of nothing would prove nothing of a full disk.
      if (try? await store.probe(at: clock.now)) != nil { break }
    }
    pulse.trouble(nil)
    logger.notice("the store commits again; intake goes on")
    consumer.resume()
  }
}
