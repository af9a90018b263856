/// What the rounds of draining gave, and the figures that follow.
struct IngestSamples {
  private var daemon: [Load: [Double]] = [:]
  private var peers: [String: [Double]] = [:]
  private var peakMiB = 0.0

  /// Takes note of a round of the daemon.
  mutating func add(_ outcome: Drain.Outcome, of load: Load, _ round: Int) {
    daemon[load, default: []].append(outcome.eventsPerSecond)
    peakMiB = max(peakMiB, outcome.peakMiB)
    Workbench.say("round \(round): dossierd, \(load.rawValue): \(Int(outcome.eventsPerSecond)) events/s")
  }

  /// Takes note of a round of a peer.
  mutating func add(_ eventsPerSecond: Double, of peer: Peer, _ round: Int) {
    peers[peer.name, default: []].append(eventsPerSecond)
    Workbench.say("round \(round): \(peer.name): \(Int(eventsPerSecond)) events/s")
  }

  /// Medians, and ratios of medians.
  var figures: [Figure] {
    guard let plain = daemon[.plain]?.median else { return [] }
    var figures = [Figure("ingest.events_per_second", plain, "events/s")]
    for (name, rates) in peers.sorted(by: { $0.key < $1.key }) {
      guard let median = rates.median else { continue }
      figures.append(
        Figure("ingest.ratio_to_\(name)", plain / median, "ratio", .atLeast(name == "ceiling" ? 0.8 : 2)))
    }
    figures += ratio("ingest.ratio_random_ids", .randomIDs, to: plain, nil)
    figures += ratio("ingest.ratio_full_store", .fullStore, to: plain, .atLeast(0.8))
    figures += ratio("ingest.late_ratio", .late, to: plain, .atLeast(0.7))
    figures.append(Figure("ingest.rss_mib", peakMiB, "MiB", .below(150)))
    return figures
  }

  private func ratio(_ name: String, _ load: Load, to plain: Double, _ goal: Figure.Goal?) -> [Figure] {
    daemon[load]?.median.map { [Figure(name, $0 / plain, "ratio", goal)] } ?? []
  }
}
