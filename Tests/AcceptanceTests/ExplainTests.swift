import Dossiers
import Foundation
import Settings
import Store
import TestSupport
import Testing

/// What `dossierctl dossier CODE --explain` says of a store that no daemon holds.
struct ExplainTests {
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
}
