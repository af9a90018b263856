import Broker
import TestSupport
import Testing

@Suite("Mangled frames")
struct MangledFramesTests {
  @Test(
    "a broker that talks nonsense ends the link in words, never the process, and nothing is lost", arguments: [1788])
  func nonsense(seed: UInt64) async throws {
    let links = 60
    // Each torn link gives back what it had.
    var bench = try await Bench(deliveryLimit: 2 * links)
    let honest = bench.options
    let relay = try await TCPRelay.start(to: UInt16(honest.address.port), spoiling: (links, seed))
    let texts = (0..<100).map { "message \($0) of seed \(seed)" }
    try await bench.publish(texts)
    bench.options.address = try BrokerAddress(
      user: honest.address.user, password: honest.address.password, host: "127.0.0.1", port: Int(relay.port))
    bench.options.connectTimeout = .seconds(1)
    bench.options.heartbeat = 1
    var torn = 0
    for _ in 0..<links {
      try await bench.consuming { consumer in
        var count = 0
        // A spoiled length may swallow a message whole: then no more comes, and the link is none the worse for it.
        while count < texts.count, let happening = try? await consumer.next(.seconds(3)) {
          if case .batch(let batch) = happening { count += batch.deliveries.count }
          guard case .disconnected(let error, _) = happening else { continue }
          #expect(!error.description.isEmpty)
          torn += 1
          break
        }
      }
    }
    // Where no link tore, nothing was tried.
    #expect(torn > links / 4)
    bench.options = honest
    try await bench.consuming { consumer in
      let taken = try await consumer.take(texts.count)
      #expect(Set(taken) == Set(texts))
    }
  }
}
