internal import Logging

/// What the publisher's thread does: connect when there is something to send, send, read confirms.
struct PublisherLoop: Sendable {
  let broker: BrokerOptions
  let options: PublisherOptions
  let inbox: PublisherInbox
  let cutter: Cutter
  let logger: Logger

  func run() {
    while !inbox.isStopping {
      if inbox.isEmpty {
        _ = Wait.socket(nil, or: inbox.wake, within: .seconds(60))
      } else {
        serve()
      }
    }
    while let job = inbox.take() { job.answer(.failure(.stopped)) }
    inbox.ended.open()
  }

  /// Lives as long as one link.
  private func serve() {
    var isOpen = false
    do throws(BrokerError) {
      var session = try PublisherSession(broker, options, cutter)
      isOpen = true
      while !inbox.isStopping {
        if let job = inbox.take() {
          try answer(job, &session)
        } else {
          try session.idle(inbox.wake)
        }
      }
      session.close()
    } catch {
      // Of a link that is lost later, whoever waited for an answer has it already: the next call makes a new one.
      if !isOpen, let job = inbox.take() {
        job.answer(.failure(error))
      } else {
        logger.notice("\(error)", metadata: ["broker": "\(broker.address.endpoint)"])
      }
    }
  }

  private func answer(_ job: PublisherJob, _ session: inout PublisherSession) throws(BrokerError) {
    do throws(BrokerError) {
      let outcomes = try session.publish(job)
      job.answer(.success(outcomes))
    } catch {
      job.answer(.failure(error))
      throw error
    }
  }
}
