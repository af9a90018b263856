import Foundation
import TestSupport
import Testing

extension Torture {
  /// The network between the daemon and the broker fails without a word.
  struct LinkFaultTests {
    /// An ordeal whose daemon reaches the broker by a relay.
    private func ordeal(_ name: String) async throws -> (Ordeal, TCPRelay) {
      let broker = try await PrivateBroker.shared()
      let address = try #require(URLComponents(string: broker.uri))
      let port = try #require(address.port.flatMap { UInt16(exactly: $0) })
      let relay = try await TCPRelay.start(to: port)
      let link = broker.uri.replacing(":\(port)", with: ":\(relay.port)")
      return (try await Ordeal(name, settings: ["DOSSIERD_BROKER_URI": link]), relay)
    }

    @Test("a link that dies without a word is noticed in two heartbeats, and made anew when the network is back")
    func dead() async throws {
      let (ordeal, relay) = try await ordeal("link dead without RST")
      try await ordeal.undergo(Times(1, 5), within: .seconds(11)) { ordeal in
        let before = ordeal.daemon.lines(with: "the link to the broker is down")
        // A link that is still being made has a bound of its own.
        try await ordeal.tell(100)
        try await ordeal.commitsAll()
        try relay.set(.stalled)
        let began = ContinuousClock.now
        try await ordeal.daemon.waitForMoreLines(than: before, with: "the link to the broker is down")
        // Two heartbeats of a second, and time for a busy machine.
        #expect(ContinuousClock.now - began < .seconds(Size.here == .test ? 10 : 4))
        try relay.set(.open)
        try ordeal.isMended()
      }
      try await ordeal.judge()
    }

    @Test("a link that stands still for a second or for long is waited out or made anew")
    func stalls() async throws {
      let (ordeal, relay) = try await ordeal("link stalled for 1 to 90 s")
      var lengths = [1, 5, 15, 40, 90].prefix(Times(2, 4, 5).here)
      try await ordeal.undergo(Times(2, 4, 5), within: .seconds(11)) { ordeal in
        try await ordeal.tell(100)
        try relay.set(.stalled)
        try await Task.sleep(for: .seconds(lengths.removeFirst()))
        try relay.set(.open)
        try ordeal.isMended()
      }
      try await ordeal.judge()
    }

    @Test("a link that is cut in one direction is made anew", arguments: [TCPRelay.State.deaf, .mute])
    func oneDirection(_ state: TCPRelay.State) async throws {
      let direction = state == .deaf ? "from" : "to"
      let (ordeal, relay) = try await ordeal("link cut in the direction \(direction) the broker")
      try await ordeal.undergo(Times(1, 5), within: .seconds(11)) { ordeal in
        let before = ordeal.daemon.lines(with: "the link to the broker is down")
        try relay.set(state)
        try await ordeal.daemon.waitForMoreLines(than: before, with: "the link to the broker is down")
        try relay.set(.open)
        try ordeal.isMended()
      }
      try await ordeal.judge()
    }
  }
}
