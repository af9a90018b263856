import Dossiers
import Logging
import ServiceLifecycle
import Store

/// Looks now and then whether the decreed days off will soon be over, so that somebody enters the next ones in time.
struct CalendarWatch: Service {
  private static let period = Duration.seconds(60)

  let store: any DossierStore
  let calendar: Shared<WorkingCalendar>
  let horizonDays: Int
  let clock: any WallClock
  let dispatcherBell: Bell
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let now = clock.now
        let horizon = calendar.value.horizonWarning(now: now, days: horizonDays)
        do throws(StoreError) {
          if try await store.setStanding(.calendarHorizon, nil, since: horizon?.since.start, at: now) {
            dispatcherBell.ring()
          }
        } catch {
          logger.error("the end of the calendar could not be told; it is tried again", metadata: ["error": "\(error)"])
        }
        await Bell().wait(atMost: CalendarWatch.period)
      }
    }
  }
}
