import Dossiers
import Logging
import ServiceLifecycle
import Store

/// Raises warnings and breaches when their time comes.
///
/// It sleeps until the next due instant, and wakes when intake plans an earlier one.
struct Timekeeper: Service {
  /// How many owners of deadlines are looked at in one transaction, so that intake is not starved.
  private static let stride = 200
  /// The shortest sleep: intake may plan something new hundreds of times a second.
  private static let shortestSleep = Duration.milliseconds(50)

  let store: any DossierStore
  let hearing: Hearing
  let reader: Shared<Reader>
  /// Whether the run before this one never ended, maybe by a message that is tried again here.
  let followsCrash: Bool
  let replanning: Shared<ReplanCursor?>
  let clock: any WallClock
  let bell: Bell
  let dispatcherBell: Bell
  let pulse: Pulse
  /// The longest sleep, after which the wall clock is looked at again, as it may have been stepped, and systemd sees
  /// that the loop turns.
  let longestSleep: Duration
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        pulse.begins(.timekeeper)
        do throws(StoreError) {
          try await turn()
          pulse.turned(.timekeeper)
          await bell.wait(atMost: try await pause())
          await Bell().wait(atMost: Timekeeper.shortestSleep)
        } catch {
          pulse.turned(.timekeeper)
          logger.error("the timekeeper could not go on; it tries again", metadata: ["error": "\(error)"])
          await Bell().wait(atMost: .seconds(2))
        }
      }
    }
  }

  /// Does all that is due now.
  private func turn() async throws(StoreError) {
    let now = clock.now
    try await replan(at: now)
    if try await store.setDeaf(since: hearing.deafSince(), at: now) {
      logger.warning(
        hearing.link.isUp ? "heard again after a silence" : "nothing is heard; one alert stands in for all")
      dispatcherBell.ring()
    }
    try await retryParked(at: now)
    // What hangs on evidence that is not in yet is not cried, and a warning is a cry as well.
    var looked = Timekeeper.stride
    while looked == Timekeeper.stride, hearing.allowsAlerts(), !Task.isCancelled {
      looked = try await store.raise(at: clock.now, limit: Timekeeper.stride)
      pulse.begins(.timekeeper)
      if looked > 0 { dispatcherBell.ring() }
    }
    if hearing.allowsAlerts(), try await store.writeDigests(at: clock.now) {
      logger.info("the digests of the day are written")
    }
    dispatcherBell.ring()
  }

  /// Goes on with what a new calendar, policy or registry began, a bounded batch at a time beside intake.
  private func replan(at now: Instant) async throws(StoreError) {
    while let cursor = replanning.value, !Task.isCancelled {
      replanning.value = try await store.replan(from: cursor, limit: Timekeeper.stride, at: now)
      pulse.begins(.timekeeper)
    }
  }

  /// Takes parked events whose time has come.
  private func retryParked(at now: Instant) async throws(StoreError) {
    let due = try await store.parked(.due(now, limit: 500))
    guard !due.isEmpty else { return }
    let reader = reader.value
    guard followsCrash else {
      _ = try await store.take(due.map { reader.read($0.message, recorded: now, parked: $0.id) }, recorded: now)
      return
    }
    for parked in due {
      _ = try await LoneTry(store: store).take(parked.message, recorded: now, parked: parked.id) {
        reader.read(parked.message, recorded: now, parked: parked.id)
      }
    }
  }

  private func pause() async throws(StoreError) -> Duration {
    let planned = hearing.allowsAlerts() ? try await store.nextChange() : nil
    let untilPlanned = planned.map { Duration.microseconds(max($0.since(clock.now).microseconds, 0)) }
    guard let wait = [untilPlanned, hearing.untilChange()].compactMap(\.self).min() else { return longestSleep }
    // A little after the instant rather than a little before it, or the loop would turn for nothing.
    return min(wait + .milliseconds(1), longestSleep)
  }
}
