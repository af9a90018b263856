import Dossiers
import Foundation
import Settings
import Store
import TestSupport
import Testing

/// Anyone can see why a date is what it is.
struct ExplainTests {
  /// Asks about a dossier in a store that no daemon holds.
  private func run(_ arguments: String...) async throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "explain-\(UUID().uuidString).sqlite").path
    defer { for tail in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + tail) } }
    let store = try SQLiteStore(path: path)
    func adopt(off: [String], at time: String) async throws {
      let document = RulesDocument(
        calendar: SampleRules.definition(off: SampleRules.daysOff + off, worked: []), policy: SampleRules.policy,
        registry: SampleRules.registry)
      _ = try await store.adopt(document, at: instant(time))
    }
    try await adopt(off: [], at: "2026-01-01 08:00")
    var story = Scenario()
    story.accept(at: "2026-03-05 08:15")
    story.scan(.held, at: "2026-03-06 00:00", reason: .forceMajeure)
    story.scan(.departed, at: "2026-03-07 00:00")
    let arrivals = story.events.map {
      Arrival(.event($0), message: Message(body: EventEncoder().encode($0)), parked: nil)
    }
    _ = try await store.take(arrivals, recorded: instant("2026-03-07 09:00"))
    try await adopt(off: ["2026-03-09"], at: "2026-03-07 12:00")
    return try await ProcessRunner.succeed(
      Built.program("dossierctl"), ["dossier", Scenario.dossier, "--explain"] + arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "DOSSIERD_CONFIG": Built.root.appending(path: "config/dossierd.yaml").path,
        "DOSSIERD_STORE_PATH": path,
      ])
  }

  @Test("people read each piece with its cause and article, and where a new calendar moved the date")
  func text() async throws {
    let said = try await run()
    for words in [
      "ngày tiếp nhận không tính", "tạm dừng: bưu gửi được lưu giữ (bất khả kháng)",
      "paused: item held (force majeure)", "ngày nghỉ hằng tuần", "ngày nghỉ: Nghỉ", "Circular 17/2017/TT-BTTTT art. 7",
      "Điều 7 Thông tư 17/2017/TT-BTTTT",
      "tổng cộng", "từ 2026-03-10T00:00:00+07:00 sang 2026-03-11T00:00:00+07:00",
    ] {
      #expect(said.contains(words), "\(words) is not in \(said)")
    }
  }

  @Test("programs get the same inside the deadline")
  func json() async throws {
    let said = try await run("--json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [String: Any])
    let deadline = try #require((report["deadlines"] as? [[String: Any]])?.first)
    let explanation = try #require(deadline["explanation"] as? [String: Any])
    let pieces = try #require(explanation["pieces"] as? [[String: Any]])
    #expect(
      pieces.compactMap { $0["why"] as? String } == [
        "day-of-receipt", "paused", "rest-day", "day-off", "counted",
      ])
    #expect(pieces.last?["until"] as? String == deadline["due"] as? String)
    #expect((explanation["pauses"] as? [[String: Any]])?.first?["cause"] as? String == "hold")
    let history = try #require(deadline["history"] as? [[String: Any]])
    #expect(history.first?["after"] as? String == "2026-03-11T00:00:00+07:00")
  }

  @Test("beside a running daemon, a closure that was declared late has a piece of its own")
  func closures() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let accepted = Scans.morning(daysAgo: 20)
    try await trial.publishByForeignClient(Scans.accepted(id: "a", at: accepted), key: "postoffice.381100")
    try await trial.waitForAlerts(2)
    try await trial.control(
      "closure", "add", "--from", LocalDate(accepted).description, "--until",
      LocalDate(accepted).adding(40).description, "--place", "office:380000", "--reason", "Sạt lở quốc lộ 12", "--why",
      "QĐ 12")
    let said = try await trial.control("dossier", Scans.dossier, "--explain")
    #expect(said.contains("collect, \(Scans.item), lần 1 / round 1, "))
    #expect(said.contains("tạm dừng: bất khả kháng: Sạt lở quốc lộ 12"))
    #expect(said.contains("paused: force majeure: Sạt lở quốc lộ 12"))
    _ = try await daemon.stop()
  }
}
