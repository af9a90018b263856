import Dossiers
import Logging
import Mail
import ServiceLifecycle
import Store

/// Sends what waits in the outbox, one mail to one receiver after another: to the webhook of a receiver that has one.
struct Dispatcher: Service {
  private static let lease = Span.minutes(3)
  private static let longestSleep = Duration.seconds(30)

  let store: any DossierStore
  let outlets: Shared<Outlets>
  let client: SMTPClient
  let webhooks: WebhookSender
  let patience: Patience
  let clock: any WallClock
  let bell: Bell
  let pulse: Pulse
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do throws(StoreError) {
          while !Task.isCancelled, try await deliverNext() {}
          await bell.wait(atMost: try await pause())
        } catch {
          logger.error("the dispatcher could not go on; it tries again", metadata: ["error": "\(error)"])
          await Bell().wait(atMost: .seconds(2))
        }
      }
    }
  }

  /// Sends one mail that waits; false where none does.
  private func deliverNext() async throws(StoreError) -> Bool {
    pulse.begins(.dispatcher)
    defer { pulse.turned(.dispatcher) }
    guard let mail = try await claim() else { return false }
    try await deliver(mail)
    return true
  }

  private func claim() async throws(StoreError) -> PendingMail? {
    let now = clock.now
    return try await store.claimMail(at: now, lease: now.advanced(by: Dispatcher.lease))
  }

  private func deliver(_ pending: PendingMail) async throws(StoreError) {
    let outlets = outlets.value
    let outcome =
      if let webhook = outlets.webhook(of: pending.receiver) {
        await webhooks.send(pending, to: webhook, links: outlets.links)
      } else {
        await send(pending, outlets.composer)
      }
    // The mail has left, and would leave again: so its record waits for a store that can't commit for a while.
    while let error = await record(pending, outcome) {
      guard error.mayPass, !Task.isCancelled else { throw error }
      logger.error("what became of a mail is not recorded yet; it is tried again", metadata: ["error": "\(error)"])
      await Bell().wait(atMost: .seconds(1))
    }
  }

  /// Records in a task of its own, awaited here, so that what the server answered is kept even while this one is being
  /// cancelled.
  private func record(_ pending: PendingMail, _ outcome: MailOutcome) async -> StoreError? {
    await Task { [store, clock] in
      do throws(StoreError) {
        try await store.settle(pending, outcome, at: clock.now)
        return nil as StoreError?
      } catch {
        return error
      }
    }.value
  }

  private func send(_ pending: PendingMail, _ composer: Composer) async -> MailOutcome {
    do {
      let message = try composer.compose(pending, at: clock.now)
      do {
        let reply = try await client.send(message)
        pulse.mailTrouble(nil)
        logger.info(
          "mail accepted",
          metadata: pending.logFields.merging(["to": "\(message.to.address)", "mail_id": "\(message.id)"]) { $1 })
        return .accepted(address: message.to.address, messageID: message.id.text, reply: "\(reply.code) \(reply.text)")
      } catch {
        pulse.mailTrouble(error.isOfServer ? "\(error)" : nil)
        guard error.isPermanent else { return retry(pending, error, messageID: message.id.description) }
        logger.error(
          "mail refused for good",
          metadata: pending.logFields.merging(["to": "\(message.to.address)", "error": "\(error)"]) { $1 })
        return .refused(address: message.to.address, messageID: message.id.text, why: "\(error)")
      }
    } catch {
      return retry(pending, error)
    }
  }

  private func retry(_ pending: PendingMail, _ error: MailError, messageID: String = "") -> MailOutcome {
    let wait = patience.wait(afterAttempts: pending.attempts)
    logger.warning(
      "mail not sent; it is tried again",
      metadata: pending.logFields.merging([
        "error": "\(error)", "retry_in": "\(wait.seconds) s", "mail_id": "\(messageID)",
      ]) { $1 })
    let next = clock.now.advanced(by: wait)
    if case .outcomeUnknown = error { return .unknown(why: "\(error)", retry: next) }
    return .failed(why: "\(error)", retry: next)
  }

  private func pause() async throws(StoreError) -> Duration {
    guard let next = try await store.nextMail() else { return Dispatcher.longestSleep }
    let wait = next.since(clock.now)
    return min(.microseconds(max(wait.microseconds, 0)) + .milliseconds(1), Dispatcher.longestSleep)
  }
}

/// How long to wait before a mail is tried again: twice as long each time, with a share left to chance so that many do
/// not come at once.
struct Patience: Sendable {
  let first: Span
  let longest: Span

  func wait(afterAttempts attempts: Int) -> Span {
    let doubled = first.microseconds << min(Int64(attempts), 20)
    let wait = min(doubled, longest.microseconds)
    return Span(microseconds: wait - Int64.random(in: 0...max(wait / 4, 1)))
  }
}
