import Dossiers
import Store
import TestSupport

/// A store with rules adopted, and short words for what the tests do to it.
struct Desk: Sendable {
  let store: any DossierStore

  static let document = RulesDocument(
    calendar: SampleRules.calendarDefinition, policy: SampleRules.policy, registry: SampleRules.registry)

  /// Nobody waits for company, corrections or opening hours, so that a test sees at once what is told.
  static let atOnce = atOnce(since: nil)

  /// Rules by which a missed collection is escalated to the head after a working day, and to the People's Committee after
  /// five.
  static let escalating = RulesDocument(
    calendar: SampleRules.calendarDefinition,
    policy: SampleRules.policy(editions: [
      SampleRules.edition(escalation: [
        ClockRule.Escalation(after: .workingDays(1), to: .head),
        ClockRule.Escalation(after: .workingDays(5), to: .provincialPost),
      ])
    ]), registry: SampleRules.registry)

  /// The same, for a store that watches from an instant on.
  static func atOnce(since: Instant?) -> Telling {
    Telling(groupWait: .seconds(0), correctionWait: .seconds(0), waitsForOpening: false, since: since)
  }

  init(_ store: any DossierStore) async throws {
    self.store = store
    _ = try await store.adopt(Desk.document, at: instant("2026-01-01 08:00"))
  }

  @discardableResult
  func take(_ events: [Event], at time: String) async throws -> Taken {
    try await store.take(events.map { Desk.arrival($0) }, recorded: instant(time))
  }

  /// Takes what `story` tells beyond the first `known` events.
  @discardableResult
  func take(_ story: Scenario, from known: Int = 0, at time: String) async throws -> Taken {
    try await take(Array(story.events.dropFirst(known)), at: time)
  }

  static func arrival(_ event: Event, parked: Int64? = nil) -> Arrival {
    Arrival(.event(event), message: Message(body: EventEncoder().encode(event)), parked: parked)
  }

  /// Raises until nothing is left.
  func raise(at time: String) async throws {
    try await store.raiseAll(at: instant(time))
  }

  func replan(at time: String) async throws {
    var cursor: ReplanCursor? = .start
    while let from = cursor { cursor = try await store.replan(from: from, limit: 3, at: instant(time)) }
  }

  /// Each alert as `kind state`, in the order of their raising.
  func alerts() async throws -> [String] {
    try await store.alerts(firingOnly: false, limit: 100).sorted { $0.id < $1.id }.map { "\($0.kind) \($0.state)" }
  }

  /// Claims and has accepted all that may leave at `time`, and returns what it says.
  @discardableResult
  func tell(at time: String) async throws -> [Notice.What] {
    var told: [Notice.What] = []
    while let mail = try await claim(at: time) {
      told += mail.notices.map(\.what)
      try await accept(mail, at: time)
    }
    return told
  }

  func claim(at time: String) async throws -> PendingMail? {
    try await store.claimMail(at: instant(time), lease: instant(time).advanced(by: .minutes(3)))
  }

  func accept(_ mail: PendingMail, at time: String) async throws {
    try await store.settle(
      mail, .accepted(address: "lan@example.vn", messageID: "<\(mail.id)>", reply: "250"), at: instant(time))
  }

  func refuse(_ mail: PendingMail, at time: String) async throws {
    try await store.settle(
      mail, .refused(address: "lan@example.vn", messageID: "<\(mail.id)>", why: "550"), at: instant(time))
  }

  func report(_ dossier: String = Scenario.dossier, at time: String) async throws -> CaseReport? {
    try await store.report(on: code(dossier), at: instant(time))
  }
}

extension DossierStore {
  /// Raises until nothing is left; a store that never ends is cut off.
  func raiseAll(at now: Instant) async throws {
    for _ in 0..<1000 {
      if try await raise(at: now, limit: 7) == 0 { return }
    }
    throw WaitedInVain(what: "an end of what is due at \(now.rfc3339)")
  }
}

/// Something that should have come to an end.
struct WaitedInVain: Error {
  let what: String
}
