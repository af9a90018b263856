import Synchronization
import Testing

@testable import Daemon

/// What feeds systemd's watchdog.
@Suite("the watchdog") struct PulseTests {
  private final class Clockwork: Sendable {
    private let state = Mutex((now: ContinuousClock.now, fed: 0))

    var now: ContinuousClock.Instant { state.withLock { $0.now } }
    var fed: Int { state.withLock { $0.fed } }
    func feed() { state.withLock { $0.fed += 1 } }
    func pass(_ seconds: Int) { state.withLock { $0.now += .seconds(seconds) } }
  }

  private let clock = Clockwork()
  private let pulse: Pulse

  init() {
    let clock = clock
    pulse = Pulse(
      bounds: [.intake: .seconds(60), .timekeeper: .seconds(60), .dispatcher: .seconds(120)], now: { clock.now },
      feed: { clock.feed() })
  }

  @Test("is fed when a loop has done a piece of work, and not by beginning one")
  func fed() {
    pulse.begins(.timekeeper)
    #expect(clock.fed == 0)
    pulse.turned(.timekeeper)
    #expect(clock.fed == 1)
    pulse.turned(.timekeeper)
    #expect(clock.fed == 1)
  }

  @Test(
    "is not fed while another loop is stuck in its work, however busily the rest turns",
    arguments: [
      Pulse.Loop.intake, .dispatcher, .timekeeper,
    ])
  func stuck(_ loop: Pulse.Loop) {
    let busy: Pulse.Loop = loop == .intake ? .timekeeper : .intake
    pulse.begins(loop)
    clock.pass(121)
    for _ in 0..<3 {
      pulse.begins(busy)
      pulse.turned(busy)
    }
    #expect(clock.fed == 0)
    pulse.turned(loop)
    #expect(clock.fed == 1)
  }

  @Test("is fed beside a loop that rests, however long, and by a long work that goes on piece by piece")
  func resting() {
    pulse.begins(.dispatcher)
    pulse.turned(.dispatcher)
    clock.pass(10_000)
    pulse.begins(.timekeeper)
    for piece in 1...5 {
      clock.pass(50)
      pulse.begins(.timekeeper)
      #expect(clock.fed == 1 + piece)
    }
  }

  @Test("waits for a mail as long as its server is given")
  func patience() {
    pulse.begins(.dispatcher)
    clock.pass(119)
    pulse.begins(.intake)
    pulse.turned(.intake)
    #expect(clock.fed == 1)
  }
}
