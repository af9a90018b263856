import Dossiers
import Store
import TestSupport
import Testing

struct SinceTests {
  @Test("nothing is raised of what was due before the first day that is watched, and all of what was due after it")
  func since() async throws {
    let folder = try TemporaryFolder()
    let telling = Telling(
      groupWait: .seconds(0), correctionWait: .seconds(0), waitsForOpening: false, since: instant("2026-03-10 00:00"))
    let desk = try await Desk(SQLiteStore(path: folder.database, telling: telling))
    var story = Scenario()
    story.sendFar()
    story.accept("EA000000014VN", at: "2026-03-09 08:20", dossiers: ["H18.101-260302-0002"])
    try await desk.take(story, at: "2026-03-09 09:00")
    try await desk.raise(at: "2026-03-20 08:00")
    let items = try await desk.store.alerts(firingOnly: true, limit: 10).compactMap(\.subject?.item)
    #expect(Set(items) == [code("EA000000014VN")])
    #expect(try await desk.store.nextChange() == nil)
    let report = try await desk.report(at: "2026-03-20 08:00")
    #expect(report?.deadlines.first { $0.clock == .collect }?.state(at: instant("2026-03-20 08:00")) == .breached)
  }
}
