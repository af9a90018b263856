import Dossiers
import Testing

@testable import Daemon

struct HearingTests {
  private static let start = Instant(seconds: 1_772_000_000)
  private static let steadyStart = ContinuousClock.now

  private func wall(_ seconds: Int64) -> Instant { HearingTests.start.advanced(by: .seconds(seconds)) }

  private func steady(_ seconds: Int64) -> ContinuousClock.Instant { HearingTests.steadyStart + .seconds(seconds) }

  private func hearing(followsCrash: Bool = false) -> Hearing {
    Hearing(
      bound: .seconds(300), noticing: .seconds(60), followsCrash: followsCrash, since: wall(0), at: steady(0))
  }

  @Test("nothing is raised before the backlog is settled, or the bound has passed")
  func backlog() {
    let hearing = hearing()
    #expect(!hearing.allowsAlerts(at: steady(299)))
    hearing.connected(backlog: 3, since: wall(10), at: steady(10))
    #expect(!hearing.allowsAlerts(at: steady(20)))
    hearing.settled(2)
    #expect(!hearing.allowsAlerts(at: steady(20)))
    #expect(hearing.allowsAlerts(at: steady(310)))
    hearing.settled(1)
    #expect(hearing.allowsAlerts(at: steady(20)))
  }

  @Test("who looks a moment before the link came up hears of no bound that has passed")
  func overtaken() {
    let hearing = hearing()
    hearing.connected(backlog: 3, since: wall(10), at: steady(10))
    #expect(!hearing.allowsAlerts(at: steady(9)))
    hearing.disconnected(since: wall(20), at: steady(20))
    #expect(hearing.deafSince(at: steady(19)) == nil)
  }

  @Test("after a crash or a lost link silence means nothing before the broker has seen the dead link")
  func unreturned() {
    let crashed = hearing(followsCrash: true)
    crashed.connected(backlog: 0, since: wall(10), at: steady(10))
    #expect(!crashed.allowsAlerts(at: steady(69)))
    #expect(crashed.untilChange(at: steady(20)) == .seconds(50))
    #expect(crashed.allowsAlerts(at: steady(70)))

    let calm = hearing()
    calm.connected(backlog: 0, since: wall(10), at: steady(10))
    #expect(calm.allowsAlerts(at: steady(10)))
    #expect(calm.untilChange(at: steady(10)) == nil)
    calm.disconnected(since: wall(20), at: steady(20))
    calm.connected(backlog: 0, since: wall(30), at: steady(30))
    #expect(!calm.allowsAlerts(at: steady(89)))
    #expect(calm.allowsAlerts(at: steady(90)))
  }

  @Test("nothing is raised while batches come full")
  func flood() {
    let hearing = hearing()
    hearing.connected(backlog: 0, since: wall(10), at: steady(10))
    hearing.settled(512, wasFull: true)
    #expect(!hearing.allowsAlerts(at: steady(20)))
    #expect(hearing.untilChange(at: steady(20)) == .seconds(290))
    hearing.settled(100)
    #expect(hearing.allowsAlerts(at: steady(20)))
    #expect(hearing.untilChange(at: steady(20)) == nil)
  }

  @Test("a lost link is deafness once it has lasted for the bound, and is over with the next link")
  func deaf() {
    let hearing = hearing()
    hearing.connected(backlog: 0, since: wall(10), at: steady(10))
    hearing.disconnected(since: wall(20), at: steady(20))
    #expect(hearing.deafSince(at: steady(319)) == nil)
    #expect(hearing.deafSince(at: steady(320)) == wall(20))
    #expect(!hearing.allowsAlerts(at: steady(320)))
    hearing.connected(backlog: 0, since: wall(400), at: steady(400))
    #expect(hearing.deafSince(at: steady(400)) == nil)
  }
}
