public import Dossiers

/// Envelopes with five scans each, interleaved as in life: accepted, departed, arrived, out for delivery, delivered.
///
/// The stream goes by beats. On each beat one envelope is accepted, and those accepted a quarter, a half, three
/// quarters and the whole of a way ago have their next scan. So two scans of one item lie more than `inFlight` events
/// apart, and at the ends of the stream, where fewer are on their way, a quarter of that.
public struct BenchmarkStream: Sequence, Sendable {
  /// The shape of the stream.
  public let plan: BenchmarkPlan
  private let province: Province
  private let competence: Competence

  /// The stream of `plan` between the offices and agencies of `registry`.
  /// - Throws: `SimulationError` where the registry has no office, no agency or no procedure.
  public init(plan: BenchmarkPlan, registry: Registry) throws(SimulationError) {
    self.plan = plan
    var dice = Dice(seed: plan.seed)
    province = try Province(registry, skewedClocks: 0, dice: &dice)
    competence = try Competence(registry)
  }

  /// Begins at the first event.
  public func makeIterator() -> Iterator {
    Iterator(plan: plan, envelopes: Envelopes(plan: plan, province: province, competence: competence))
  }

  /// Goes through the stream.
  public struct Iterator: IteratorProtocol {
    private static let stages: [Milestone] = [.accepted, .departed, .arrived, .outForDelivery, .delivered]

    private var envelopes: Envelopes
    private let count: Int
    /// Beats between two scans of one envelope.
    private let gap: Int
    private let beats: Int
    /// Beats by which a late event comes late.
    private let delay: Int
    private let lateShare: Double
    private let start: Int64
    private let span: Int64
    private var beat = 0
    private var stage = 0
    private var dice: Dice
    private var late: [(beat: Int, message: SimulatedMessage)] = []
    private var heard = 0

    init(plan: BenchmarkPlan, envelopes: Envelopes) {
      self.envelopes = envelopes
      count = (Swift.max(plan.events, 0) + 4) / 5
      gap = Swift.max(1, plan.inFlight / 4)
      beats = count == 0 ? 0 : count + 4 * gap
      delay = Swift.max(1, beats / 5)
      lateShare = plan.lateShare
      span = Swift.max(plan.span.seconds, 0)
      start = plan.end.seconds - span
      dice = Dice(seed: plan.seed ^ 0x1A7E)
    }

    /// The next message, in the order of arrival.
    public mutating func next() -> SimulatedMessage? {
      while true {
        if let overdue = nextLate() { return overdue }
        guard beat < beats else { return nil }
        let (envelope, milestone) = (beat - stage * gap, Iterator.stages[stage])
        let now = beat
        stage += 1
        if stage == Iterator.stages.count { (stage, beat) = (0, beat + 1) }
        guard envelope >= 0, envelope < count else { continue }
        let isLate = dice.chance(lateShare)
        let message = envelopes.message(
          envelope, milestone, at: instant(ofBeat: now), arrival: instant(ofBeat: isLate ? now + delay : now))
        guard isLate else { return message }
        late.append((now + delay, message))
      }
    }

    /// A late message whose beat has come.
    private mutating func nextLate() -> SimulatedMessage? {
      guard heard < late.count, late[heard].beat <= beat || beat >= beats else { return nil }
      defer { heard += 1 }
      let message = late[heard].message
      if heard > 4096, heard > late.count / 2 {
        late.removeFirst(heard)
        heard = 0
      }
      return message
    }

    private func instant(ofBeat beat: Int) -> Instant {
      Instant(seconds: start + Int64(Double(span) * Double(beat) / Double(Swift.max(beats, 1))))
    }
  }
}
