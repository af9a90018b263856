import Broker
import Foundation

/// How fast a backlog is drained: by the daemon under several loads, and by its peers.
struct IngestMeasurement {
  let bench: Workbench
  let scale: Scale
  let choice: Choice

  func run() async throws -> [Figure] {
    try await bench.topology.apply(bench.broker)
    var samples = IngestSamples()
    var full: FullStore?
    if scale.history > 0, choice.wants("ingest.ratio_full_store") {
      Workbench.say("filling a log with \(scale.history) events")
      full = try FullStore(bench, scale)
      try await full?.fill(to: scale.history)
    }
    for round in 1...scale.rounds {
      try await comparePeers(round, &samples)
      if choice.wants("ingest.ratio_random_ids") { try await drain(.randomIDs, round, &samples) }
      if choice.wants("ingest.late_ratio") { try await drain(.late, round, &samples) }
      if var store = full {
        try await drain(into: &store, round, &samples)
        full = store
      }
    }
    return samples.figures
  }

  /// The daemon and its peers on the same events; each round begins with another of them.
  private func comparePeers(_ round: Int, _ samples: inout IngestSamples) async throws {
    let isCompared = scale.hasPeers && (choice.wants("ingest.ratio_to_ceiling") || choice.wants("ingest.ratio_to_pika"))
    let peers = isCompared ? Peer.all(bench.places) : []
    // One exchange that copies every event into the queues of all.
    let exchange = "bench.all"
    for queue in [bench.topology.queue] + peers.map(\.queue) {
      var topology = bench.topology
      (topology.exchange, topology.queue) = (exchange, queue)
      try await topology.apply(bench.broker)
    }
    try await publish(.plain, round, to: exchange)
    let contenders: [Peer?] = [nil] + peers
    for turn in contenders.indices {
      guard let peer = contenders[(turn + round - 1) % contenders.count] else {
        try await drainPublished(.plain, round, &samples)
        continue
      }
      sync()
      let rate = try await peer.run(scale.events, bench)
      samples.add(rate, of: peer, round)
      try await BrokerTools(bench).delete(peer.queue)
    }
  }

  private func drain(_ load: Load, _ round: Int, _ samples: inout IngestSamples) async throws {
    try await publish(load, round, to: bench.topology.exchange)
    try await drainPublished(load, round, &samples)
  }

  private func publish(_ load: Load, _ round: Int, to exchange: String) async throws {
    let publisher = try bench.publisher()
    var traffic = try Traffic(load.plan(scale.events, seed: UInt64(round)), bench)
    try await traffic.publish(scale.events, to: exchange, by: publisher)
    await publisher.close()
  }

  private func drainPublished(_ load: Load, _ round: Int, _ samples: inout IngestSamples) async throws {
    let store = try bench.folder("store") + "/dossierd.sqlite"
    samples.add(try await Drain(bench: bench).run(scale.events, into: store), of: load, round)
  }

  private func drain(into full: inout FullStore, _ round: Int, _ samples: inout IngestSamples) async throws {
    let before = full.count
    try await full.publish(scale.events, to: bench.topology.exchange)
    samples.add(try await Drain(bench: bench).run(scale.events, into: full.path, with: before), of: .fullStore, round)
  }
}
