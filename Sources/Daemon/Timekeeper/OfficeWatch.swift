import Dossiers
import Logging
import ServiceLifecycle
import Store

/// Looks now and then whether a post office has gone silent, whether events of a device are missing, or whether a
/// hand-over list differs from the scans; never while it is ourselves who hear nothing.
struct OfficeWatch: Service {
  private static let longestPeriod = Duration.seconds(10)
  /// How many events of the log are looked at in one transaction, and how many times as long the store is left to intake
  /// then.
  private static let portion = 2_000
  private static let rest = 9

  let store: any DossierStore
  let hearing: Hearing
  let routing: Shared<Routing>
  let clock: any WallClock
  let dispatcherBell: Bell
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do throws(StoreError) {
          if allowsAlerts, try await store.watchDevices(at: clock.now) { dispatcherBell.ring() }
          try await compareTallies()
        } catch {
          logger.error("the post offices could not be watched; it is tried again", metadata: ["error": "\(error)"])
        }
        await Bell().wait(atMost: period)
      }
    }
  }

  private var allowsAlerts: Bool { hearing.allowsAlerts() && hearing.link.isUp }

  private func compareTallies() async throws(StoreError) {
    var isDone = false
    while !isDone, allowsAlerts, !Task.isCancelled {
      let began = ContinuousClock.now
      let comparison = try await store.compareTallies(at: clock.now, limit: OfficeWatch.portion)
      if comparison.isNews { dispatcherBell.ring() }
      isDone = comparison.isDone
      if !isDone { await Bell().wait(atMost: (ContinuousClock.now - began) * OfficeWatch.rest) }
    }
  }

  /// No longer than what is looked for may last.
  private var period: Duration {
    let bounds = [routing.value.silentOfficeAfter, routing.value.gapAfter, routing.value.tallyAfter].compactMap(\.self)
    return bounds.map { .microseconds($0.microseconds) }.reduce(OfficeWatch.longestPeriod, min)
  }
}
