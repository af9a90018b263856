import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let lateTruth: [Promise] = [
    Promise("a scan on the way that is heard late takes back that the item stood still, and whoever was told is told") {
      desk in
      var story = Scenario()
      story.sendFar()
      try await desk.isWrong(on: .move, in: story, at: "2026-03-05 08:00") {
        $0.scan(.arrived, at: "2026-03-04 09:00", office: "380000")
      }
    },
    Promise("an invitation that is heard late takes back that none came, and whoever was told is told") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", carries: .result)
      story.scan(.attempted, at: "2026-03-02 15:00", reason: .addresseeAbsent)
      try await desk.isWrong(on: .invite, in: story, at: "2026-03-10 08:00") {
        $0.scan(.attempted, at: "2026-03-06 09:00", reason: .addresseeAbsent)
      }
    },
    Promise("a decision that is heard late takes back that a promise was broken, and whoever was told is told") {
      desk in
      var story = Scenario()
      story.note(
        .received(item: nil, procedure: code("1.004884"), promised: day("2026-03-05")), at: "2026-03-02 08:00")
      try await desk.isWrong(on: .promise, in: story, at: "2026-03-06 08:00") {
        $0.note(.resultReady, at: "2026-03-05 16:00")
      }
    },
    Promise("an answer that is heard late takes back that a body kept silent, and whoever was told is told") { desk in
      var story = Scenario()
      story.received(at: "2026-03-02 08:00", procedure: "1.004884")
      story.note(.consulted(ref: "12/CV", body: "H18.107", until: day("2026-03-05")), at: "2026-03-03 09:00")
      try await desk.isWrong(on: .consult, in: story, at: "2026-03-06 08:00") {
        $0.note(.answered(ref: "12/CV", body: "H18.107", until: nil), at: "2026-03-05 16:00", agency: "H18.107")
      }
    },
  ]
}

extension Desk {
  /// Watches every clock, has the breach of `clock` told at `time`, and expects it to be taken back, in the ledger and to
  /// whoever was told, when an hour later is heard what `truth` adds to the story.
  func isWrong(
    on clock: ClockKind, in story: Scenario, at time: String, truth: (inout Scenario) -> Void
  ) async throws {
    let document = RulesDocument(
      calendar: SampleRules.calendarDefinition,
      policy: SampleRules.policy(editions: [SampleRules.edition(others: SampleRules.otherClocks)]),
      registry: SampleRules.registry)
    _ = try await store.adopt(document, at: instant("2026-01-02 08:00"))
    try await take(story, at: "2026-03-03 10:00")
    try await raise(at: time)
    #expect(try await breaches(of: clock) == ["firing"])
    #expect(try await notices(at: time)[clock] == [.breach])

    var whole = story
    truth(&whole)
    let later = time.replacing("08:00", with: "09:00")
    try await take(whole, from: story.events.count, at: later)
    try await raise(at: later)
    #expect(try await breaches(of: clock) == ["retracted"])
    #expect(try await notices(at: later)[clock] == [.retracted])
  }

  /// The states of all breaches of `clock` that were ever raised.
  private func breaches(of clock: ClockKind) async throws -> [String] {
    try await store.alerts(firingOnly: false, limit: 100).filter { $0.subject?.clock == clock && $0.kind == "breach" }
      .map(\.state)
  }

  /// What is told of each clock at `time`.
  private func notices(at time: String) async throws -> [ClockKind: [Notice.What]] {
    var told: [ClockKind: [Notice.What]] = [:]
    while let mail = try await claim(at: time) {
      for notice in mail.notices {
        if let clock = notice.subject?.clock { told[clock, default: []].append(notice.what) }
      }
      try await accept(mail, at: time)
    }
    return told
  }
}
