import Dossiers
import Logging
import ServiceLifecycle
import Store

/// Looks now and then whether a post office has gone silent, or whether events of a device are missing; never while it
/// is ourselves who hear nothing.
struct OfficeWatch: Service {
  private static let longestPeriod = Duration.seconds(10)

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
          if hearing.allowsAlerts(), hearing.link.isUp, try await store.watchDevices(at: clock.now) {
            dispatcherBell.ring()
          }
        } catch {
          logger.error("the post offices could not be watched; it is tried again", metadata: ["error": "\(error)"])
        }
        await Bell().wait(atMost: period)
      }
    }
  }

  /// No longer than what is looked for may last.
  private var period: Duration {
    let bounds = [routing.value.silentOfficeAfter, routing.value.gapAfter].compactMap(\.self)
    return bounds.map { .microseconds($0.microseconds) }.reduce(OfficeWatch.longestPeriod, min)
  }
}
