import Dossiers
import Store
import TestSupport
import Testing

/// Another day from which we watch, between two runs on one file.
struct WatchingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func desk(since: String?) async throws -> Desk {
    try await Desk(SQLiteStore(path: folder.database, telling: Desk.atOnce(since: since.map { instant($0) })))
  }

  private func take() async throws {
    var story = Scenario()
    story.sendFar()
    try await desk(since: "2026-04-01 00:00").take(story, at: "2026-03-02 09:00")
  }

  @Test("an earlier day than at the last run raises what is due from then on", arguments: ["2026-03-06 00:00", nil])
  func earlier(since: String?) async throws {
    try await take()
    let desk = try await desk(since: since)
    try await desk.raise(at: "2026-03-09 08:00")
    #expect(try await desk.alerts() == ["breach firing"])
  }

  @Test("the same day as at the last run has nothing planned anew")
  func same() async throws {
    try await take()
    #expect(try await desk(since: "2026-04-01 00:00").store.nextChange() == nil)
  }

  @Test("what was raised before the day from which we watch was set goes its way to the end")
  func later() async throws {
    var story = Scenario()
    story.sendFar()
    try await Self.raised(story, desk(since: nil))
    let desk = try await desk(since: "2026-04-01 00:00")
    try await desk.raise(at: "2026-03-10 08:00")
    #expect(try await desk.alerts() == ["breach firing"])
    story.scan(.delivered, at: "2026-03-10 09:00", office: "100000")
    try await desk.take(story, from: 1, at: "2026-03-10 09:01")
    #expect(try await desk.alerts() == ["breach resolved"])
    #expect(try await desk.tell(at: "2026-03-10 09:02") == [.resolved])
  }

  private static func raised(_ story: Scenario, _ desk: Desk) async throws {
    try await desk.take(story, at: "2026-03-02 09:00")
    try await desk.raise(at: "2026-03-09 08:00")
    #expect(try await desk.tell(at: "2026-03-09 08:00") == [.breach])
  }
}
