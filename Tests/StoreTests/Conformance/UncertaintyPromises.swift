import Dossiers
import Store
import TestSupport
import Testing

extension Desk {
  /// Two breaches of one agency, in a mail that its server may or may not have taken on 7 March at 08:00; it is to be
  /// tried again at 08:10.
  fileprivate static func breachesPerhapsTold(_ desk: Desk) async throws -> (story: Scenario, mail: PendingMail) {
    var story = Scenario()
    story.sendFar()
    story.accept("EA000000014VN", at: "2026-03-02 08:16", destination: "100000", dossiers: ["H18.101-260302-0002"])
    try await desk.take(story, at: "2026-03-02 09:00")
    try await desk.raise(at: "2026-03-07 08:00")
    let mail = try #require(try await desk.claim(at: "2026-03-07 08:00"))
    try await desk.loseAnswer(to: mail, at: "2026-03-07 08:00", retry: "2026-03-07 08:10")
    return (story, mail)
  }

  /// A breach in a mail that is claimed on 7 March at 08:00, and is no breach any more when it is claimed again at 08:03.
  fileprivate static func breachPerhapsTold(_ desk: Desk, meanwhile: () async throws -> Void) async throws {
    var story = Scenario()
    story.sendFar()
    try await desk.take(story, at: "2026-03-02 09:00")
    try await desk.raise(at: "2026-03-07 08:00")
    _ = try #require(try await desk.claim(at: "2026-03-07 08:00"))
    story.scan(.delivered, at: "2026-03-06 09:00", office: "100000")
    try await desk.take(story, from: 1, at: "2026-03-07 08:01")
    try await meanwhile()
    #expect(try await desk.tell(at: "2026-03-07 08:03") == [.retracted])
    #expect(try await desk.ledger() == ["breach unknown", "retracted accepted"])
  }

  private func loseAnswer(to mail: PendingMail, at time: String, retry: String) async throws {
    try await store.settle(mail, .unknown(why: "no answer came", retry: instant(retry)), at: instant(time))
  }

  /// What was told of the first dossier's alerts, with what became of it.
  fileprivate func ledger() async throws -> [String] {
    try await store.histories(of: code(Scenario.dossier)).flatMap(\.told).map { "\($0.what.rawValue) \($0.outcome)" }
  }
}

extension StoreConformance {
  static let uncertainty: [Promise] = [
    Promise("a mail that its server may have taken is tried again as it was, whatever is silenced meanwhile") { desk in
      let (_, mail) = try await Desk.breachesPerhapsTold(desk)
      _ = try await desk.store.silence(
        [Matcher(.kind, ["breach"])], by: "lan", reason: "storm", from: instant("2026-03-07 08:05"),
        until: instant("2026-03-09 08:00"), at: instant("2026-03-07 08:05"))
      let again = try #require(try await desk.claim(at: "2026-03-07 08:10"))
      #expect(again.id == mail.id && again.notices == mail.notices)
    },
    Promise("what may have been told, and is so no longer at the next try, is left out and taken back") { desk in
      var (story, mail) = try await Desk.breachesPerhapsTold(desk)
      story.scan(.delivered, at: "2026-03-06 09:00", office: "100000")
      try await desk.take(story, from: 2, at: "2026-03-07 08:05")
      let again = try #require(try await desk.claim(at: "2026-03-07 08:10"))
      #expect(again.id == mail.id && again.notices == mail.notices.filter { $0.subject?.item != code(Scenario.item) })
      try await desk.accept(again, at: "2026-03-07 08:10")
      #expect(try await desk.tell(at: "2026-03-07 08:11") == [.retracted])
      #expect(try await desk.ledger() == ["breach unknown", "retracted accepted"])
    },
    Promise("nothing is taken back while it is open whether it was told") { desk in
      var (story, _) = try await Desk.breachesPerhapsTold(desk)
      story.scan(.delivered, at: "2026-03-06 09:00", office: "100000")
      story.scan("EA000000014VN", .delivered, at: "2026-03-06 09:00", office: "100000")
      try await desk.take(story, from: 2, at: "2026-03-07 08:05")
      #expect(try await desk.claim(at: "2026-03-07 08:09") == nil)
      #expect(try await desk.store.nextMail() == instant("2026-03-07 08:10"))
      #expect(try await desk.tell(at: "2026-03-07 08:10") == [.retracted, .retracted])
      #expect(try await desk.store.nextMail() == nil)
    },
    Promise("a server that refuses a second try for now does not make certain what became of the first") { desk in
      var (story, mail) = try await Desk.breachesPerhapsTold(desk)
      _ = try #require(try await desk.claim(at: "2026-03-07 08:10"))
      try await desk.store.settle(
        mail, .failed(why: "451", retry: instant("2026-03-07 08:20")), at: instant("2026-03-07 08:10"))
      story.scan(.delivered, at: "2026-03-06 09:00", office: "100000")
      try await desk.take(story, from: 2, at: "2026-03-07 08:15")
      #expect(try await desk.tell(at: "2026-03-07 08:20") == [.breach, .retracted])
    },
    Promise("a mail whose sender never told what became of it may have been taken") { desk in
      try await Desk.breachPerhapsTold(desk) { try #require(try await desk.claim(at: "2026-03-07 08:02") == nil) }
    },
    Promise("a mail that a run had claimed when it was cut short may have been taken") { desk in
      try await Desk.breachPerhapsTold(desk) { _ = try await desk.store.beginRun(at: instant("2026-03-07 08:02")) }
    },
  ]
}
