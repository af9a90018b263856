import Broker
import Dossiers
import Foundation
import Settings
import TestSupport
import Testing

/// A daemon that is given a seeded stream of events while something is broken over and over. At the end its store is
/// held against the same stream folded offline, its ledger against the mails that came, and its counts against each
/// other.
final class Ordeal {
  let trial: DaemonTrial
  let postman: Postman
  let view: StoreView
  let rules: RuleSet
  private var chance: SeededGenerator
  private(set) var stream: EventStream
  private(set) var daemon: RunningDaemon
  private let name: String
  private let declares: Bool
  /// What came in that is no event, and is parked.
  var parked = 0
  /// By how many seconds the daemon's clock is off.
  var clockOffset: Int64 = 0
  private var times = 0
  private var mended = ContinuousClock.now
  private var heardAtMending = 0
  private var slowest = Duration.zero

  /// Starts a daemon under the settings of a trial and further ones; `name` is the fault's.
  init(
    _ name: String, broker: PrivateBroker? = nil, mail: [String] = [], declares: Bool = true,
    settings: [String: String] = [:]
  ) async throws {
    let usual = [
      "DOSSIERD_BROKER_BATCH_SIZE": "32", "DOSSIERD_BROKER_HEARTBEAT_SECONDS": "1",
      // A last batch that happens to be full says that more may come, for as long as this.
      "DOSSIERD_ALERTS_HOLD_SECONDS": "10",
      "DOSSIERD_ALERTS_GROUP_INTERVAL_SECONDS": "0", "DOSSIERD_MAIL_RETRY_MAX_SECONDS": "1",
      "DOSSIERD_ROUTING_DIGEST": "off", "SWIFT_BACKTRACE": "enable=no",
    ]
    let trial = try await DaemonTrial(broker: broker, mail: mail, settings: usual.merging(settings) { $1 })
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    rules = try Settings.load(trial.environment["DOSSIERD_CONFIG"] ?? "", environment: [:], now: now).rules
    chance = SeededGenerator(seed: Seed.here ^ UInt64(name.utf8.reduce(0) { $0 &* 31 &+ Int($1) }.magnitude))
    stream = try EventStream(seed: chance.next() % 1_000_000, rules: rules, exchange: trial.exchange)
    postman = try Postman(trial.environment["DOSSIERD_BROKER_URI"] ?? "")
    view = StoreView(trial.database)
    self.trial = trial
    self.name = name
    self.declares = declares
    try await trial.control("topology", "apply")
    daemon = try RunningDaemon(environment: trial.environment, folder: trial.folder, declares: declares)
    try await isReady()
  }

  /// Sends the next `count` messages of the stream.
  func tell(_ count: Int) async throws { try await postman.send(try stream.next(count)) }

  /// The same beside whatever else happens; whoever breaks something awaits it before all is mended.
  func telling(_ count: Int) throws -> Task<Void, any Error> {
    let messages = try stream.next(count)
    return Task { [postman] in try await postman.send(messages) }
  }

  /// Sends what the lead of each of these agencies must be told of.
  func tellLate(at agencies: [String] = ["H18.101"]) async throws {
    try await postman.send(try agencies.map { try stream.late(at: $0) })
  }

  /// Sends scans of the office 381100 beside the stream, by their ids.
  func tell(_ scans: [(id: String, body: String)]) async throws {
    try await postman.send(try scans.map { try stream.message($0.id, $0.body) })
  }

  /// Sends what is no event, and is to be parked.
  func tellPoison(_ messages: [OutgoingMessage]) async throws {
    try await postman.send(messages)
    parked += messages.count
  }

  /// The next message of the stream, to be changed by whoever sends it.
  func nextMessage() throws -> OutgoingMessage { try stream.next(1)[0] }

  /// The daemon's present instant.
  var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970) + clockOffset) }

  /// A number that chance draws.
  func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }

  /// Lets time pass that chance draws: what comes after it then meets the daemon in the midst of anything.
  func wait(upTo milliseconds: Int) async throws {
    try await Task.sleep(for: .milliseconds(draw(0...milliseconds)))
  }

  /// Starts the daemon, with `further` variables beside the trial's own.
  @discardableResult
  func launch(_ further: [String: String] = [:]) throws -> RunningDaemon {
    daemon = try RunningDaemon(
      environment: trial.environment.merging(further) { $1 }, folder: trial.folder, declares: declares)
    return daemon
  }

  /// Starts the daemon and waits until it is ready.
  func start() async throws {
    try launch()
    try await isReady()
  }

  private func isReady() async throws {
    let daemon = daemon
    try await waitUntil("dossierd is ready", within: .seconds(30)) {
      guard daemon.isRunning else {
        throw DaemonTrial.Failed(description: "dossierd ended instead of starting:\n\(daemon.log.suffix(2_000))")
      }
      return daemon.log.contains("dossierd is ready")
    }
  }

  /// Notes that what was broken is whole again: from now on the daemon has to recover.
  func isMended() throws {
    mended = .now
    heardAtMending = try view.counter("events.received")
  }

  /// Breaks something `times` times; each time the daemon must be at work again within `bound` of the mending, and
  /// commit all that was sent before the next.
  ///
  /// - Parameters:
  ///   - times: how often, at each size.
  ///   - bound: on a machine with nothing else to do; in `make test` five times as much.
  ///   - strike: breaks it while events come, mends it, and says so by `isMended()`.
  /// - Throws: what kept it from going on, with the end of the daemon's log.
  func undergo(_ times: Times, within bound: Duration, _ strike: (Ordeal) async throws -> Void) async throws {
    for time in 1...times.here {
      do {
        try await strike(self)
        try await recover(within: Size.here == .test ? bound * 5 : bound)
      } catch {
        throw DaemonTrial.Failed(
          description: "\(name), time \(time), seed \(Seed.here): \(error)\n\(daemon.log.suffix(3_000))")
      }
      self.times += 1
    }
  }

  private func recover(within bound: Duration) async throws {
    try await tell(20)
    try await waitUntil("something is committed again", within: .seconds(90)) {
      try view.counter("events.received") > heardAtMending
    }
    let took = ContinuousClock.now - mended
    slowest = max(slowest, took)
    #expect(took <= bound, "\(name), seed \(Seed.here)")
    try await commitsAll()
  }

  /// Waits until all that was sent is in the log.
  func commitsAll(within bound: Duration = .seconds(120)) async throws {
    let all = stream.identities.count
    try await waitUntil("all \(all) events are committed", within: bound) {
      try view.counter("events.committed") >= all
    }
  }

  /// Ends the daemon in order, and compares.
  @discardableResult
  func judge() async throws -> Score {
    let verdict = try await Verdict(self)
    #expect(verdict.score.eventsLost == 0, "seed \(Seed.here)")
    #expect(verdict.score.alertsDoubled == 0, "seed \(Seed.here)")
    #expect(verdict.score.mailsRepeated <= times, "seed \(Seed.here)")
    #expect(verdict.complaints.isEmpty, "seed \(Seed.here)")
    try verdict.score.publish()
    return verdict.score
  }

  /// What was counted so far, as a score.
  func score(eventsLost: Int, alertsDoubled: Int, mailsRepeated: Int) -> Score {
    Score(
      fault: name, times: times, eventsLost: eventsLost, alertsDoubled: alertsDoubled, mailsRepeated: mailsRepeated,
      recoverSecondsMax: (slowest / .milliseconds(1)).rounded() / 1_000)
  }
}
