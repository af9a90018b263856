import Dossiers
import Testing

@testable import Daemon

struct HearingTests {
  private static let start = Instant(seconds: 1_772_000_000)

  private func after(_ seconds: Int64) -> Instant { HearingTests.start.advanced(by: .seconds(seconds)) }

  @Test("nothing is raised before the backlog is settled, or the bound has passed")
  func backlog() {
    let hearing = Hearing(bound: .seconds(300), now: after(0))
    #expect(!hearing.allowsAlerts(at: after(299)))
    hearing.connected(backlog: 3, at: after(10))
    #expect(!hearing.allowsAlerts(at: after(20)))
    hearing.settled(2)
    #expect(!hearing.allowsAlerts(at: after(20)))
    #expect(hearing.allowsAlerts(at: after(310)))
    hearing.settled(1)
    #expect(hearing.allowsAlerts(at: after(20)))
  }

  @Test("a queue that is called empty is listened to for a moment, and to its end while batches come full")
  func flood() {
    let hearing = Hearing(bound: .seconds(300), now: after(0))
    hearing.connected(backlog: 0, at: after(10))
    #expect(!hearing.allowsAlerts(at: after(10)))
    #expect(hearing.nextChange(after: after(10)) == after(11))
    hearing.settled(512, wasFull: true)
    #expect(!hearing.allowsAlerts(at: after(20)))
    #expect(hearing.nextChange(after: after(20)) == after(310))
    hearing.settled(100)
    #expect(hearing.allowsAlerts(at: after(20)))
    #expect(hearing.nextChange(after: after(20)) == nil)
  }

  @Test("a lost link is deafness once it has lasted for the bound, and is over with the next link")
  func deaf() {
    let hearing = Hearing(bound: .seconds(300), now: after(0))
    hearing.connected(backlog: 0, at: after(10))
    hearing.disconnected(at: after(20))
    #expect(hearing.deafSince(at: after(319)) == nil)
    #expect(hearing.deafSince(at: after(320)) == after(20))
    #expect(!hearing.allowsAlerts(at: after(320)))
    hearing.connected(backlog: 0, at: after(400))
    #expect(hearing.deafSince(at: after(400)) == nil)
  }
}
