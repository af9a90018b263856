import Broker
import Dossiers

/// A backlog that is taken while dossiers run late, or, in calm, while the same dossiers have days left.
struct StormRound {
  /// What is raised later than this after the first of a mail would leave in a second one.
  private static let groupWaitSeconds = 20
  /// Before the storm, for the backlog to be published.
  private static let secondsToPublish: Int64 = 8

  let bench: Workbench
  let scale: Scale
  let number: Int
  let isCalm: Bool

  /// How it went.
  struct Outcome: Sendable {
    /// Seconds that the backlog took.
    let intake: Double
    /// Seconds from the instant at which all ran late until the last of them was told; 0 in calm.
    let lastMail: Double
  }

  func run() async throws -> Outcome {
    let folder = try bench.folder("storm")
    let server = try await MailServer(bench)
    let daemon = try await daemon(folder, server)
    try await daemon.isListening()
    let probe = try StoreProbe(path: folder + "/dossierd.sqlite")
    let decided = Instant.current
    let due = decided.advanced(by: .seconds(Int64(StormPolicy.seconds)))
    let notes = try StormNotes(bench: bench, dossiers: scale.storm).messages(decided: decided)
    try await publish(notes, probe)
    // A backlog that is there before it is looked at, and all of it while the storm goes on. The daemon stands still no
    // longer than the broker bears with it: after a lost link it would hold its alerts.
    if !isCalm { try await sleep(until: due.advanced(by: .seconds(-Self.secondsToPublish))) }
    daemon.halt()
    try await publishBacklog()
    if !isCalm { try await sleep(until: due) }
    let start = Instant.current
    daemon.goOn()
    let committed = try await probe.watch(
      StoreProbe.committed, until: notes.count + backlog, every: .milliseconds(10), within: .seconds(120))
    let intake = committed.last.map { $0.time.since(start).milliseconds / 1_000 } ?? 0
    let lastMail = isCalm ? 0 : try await lastMail(since: due, probe, server)
    try await daemon.stop()
    await server.stop()
    return Outcome(intake: intake, lastMail: lastMail)
  }

  private var backlog: Int { scale.events / 2 }

  private func sleep(until instant: Instant) async throws {
    try await Task.sleep(for: .microseconds(max(instant.since(.current).microseconds, 0)), tolerance: .zero)
  }

  private func daemon(_ folder: String, _ server: MailServer) async throws -> DaemonProcess {
    try await DaemonProcess(
      bench, store: folder + "/dossierd.sqlite",
      policy: isCalm ? nil : try StormPolicy.write(bench, into: folder),
      others: [
        "DOSSIERD_MAIL_PORT": "\(server.port)",
        "DOSSIERD_ALERTS_WAITS_FOR_OPENING": "false",
        "DOSSIERD_ALERTS_GROUP_WAIT_SECONDS": "\(Self.groupWaitSeconds)",
      ])
  }

  private func publish(_ notes: [OutgoingMessage], _ probe: StoreProbe) async throws {
    let publisher = try bench.publisher()
    try await publisher.publishAll(notes)
    await publisher.close()
    try await probe.watch(
      StoreProbe.committed, until: notes.count, every: .milliseconds(10), within: .seconds(60))
  }

  private func publishBacklog() async throws {
    let publisher = try bench.publisher()
    var traffic = try Traffic(Load.plain.plan(backlog, seed: UInt64(number)), bench)
    try await traffic.publish(backlog, to: bench.topology.exchange, by: publisher)
    await publisher.close()
  }

  private func lastMail(since due: Instant, _ probe: StoreProbe, _ server: MailServer) async throws -> Double {
    let told = try await probe.watch(
      StoreProbe.told, until: scale.storm, every: .milliseconds(10), within: .seconds(180))
    try server.checkOneEach(of: StormNotes.agencies)
    return told.last.map { $0.time.since(due).milliseconds / 1_000 } ?? 0
  }
}
