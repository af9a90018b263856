internal import Synchronization

/// Messages that one caller waits for.
struct PublisherJob: Sendable {
  let messages: [OutgoingMessage]
  let deadline: ContinuousClock.Instant
  /// Called once, whatever happens.
  let answer: @Sendable (Result<[PublishOutcome], BrokerError>) -> Void
}

/// Where callers leave their messages for the publisher's thread.
final class PublisherInbox: Sendable {
  private struct State {
    var jobs: [PublisherJob] = []
    var isStopping = false
  }

  let wake: Wake
  let ended = Latch()
  private let state = Mutex(State())

  init() throws(BrokerError) { wake = try Wake() }

  var isStopping: Bool { state.withLock { $0.isStopping } }

  func put(_ job: PublisherJob) {
    let isTaken = state.withLock { state in
      if !state.isStopping { state.jobs.append(job) }
      return !state.isStopping
    }
    if isTaken { wake.signal() } else { job.answer(.failure(.stopped)) }
  }

  /// The next job, if any; also after a stop, so that the thread can answer it.
  func take() -> PublisherJob? { state.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() } }

  var isEmpty: Bool { state.withLock { $0.jobs.isEmpty } }

  func stop() {
    state.withLock { $0.isStopping = true }
    wake.signal()
  }
}
