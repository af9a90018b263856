import Dossiers
import Store
import TestSupport
import Testing

struct LeavingTests {
  /// A store that tells as it does where nothing else is set.
  private func desk(_ folder: TemporaryFolder) async throws -> Desk {
    try await Desk(SQLiteStore(path: folder.database))
  }

  @Test("a breach at midnight leaves at the recipient's next opening")
  func midnight() async throws {
    let folder = try TemporaryFolder()
    let desk = try await desk(folder)
    var story = Scenario()
    story.sendFarFromTwoAgencies()
    try await desk.take(story, at: "2026-03-02 09:00")
    try await desk.raise(at: "2026-03-07 00:00")
    // One of the two agencies is open on Saturday morning.
    #expect(try await desk.store.nextMail() == instant("2026-03-07 07:30"))
    #expect(try await desk.claim(at: "2026-03-07 07:29") == nil)
    #expect(try await desk.claim(at: "2026-03-07 07:30")?.receiver.agency == code("H18.107"))
    #expect(try await desk.claim(at: "2026-03-09 07:29")?.receiver.agency != code("H18.101"))
    #expect(try await desk.tell(at: "2026-03-09 07:30").contains(.breach))
  }

  @Test("a loss waits for its group, and for no morning")
  func night() async throws {
    let folder = try TemporaryFolder()
    let desk = try await desk(folder)
    var story = Scenario()
    story.sendFar()
    story.scan(.lost, at: "2026-03-02 20:00")
    try await desk.take(story, at: "2026-03-02 20:01")
    #expect(try await desk.store.nextMail() == instant("2026-03-02 20:02"))
  }

  @Test("a follow-up waits for a correction of the correction")
  func correction() async throws {
    let folder = try TemporaryFolder()
    let desk = try await desk(folder)
    var story = Scenario()
    story.sendFar()
    try await desk.take(story, at: "2026-03-02 09:00")
    try await desk.raise(at: "2026-03-09 08:00")
    #expect(try await desk.tell(at: "2026-03-09 08:01") == [.breach])
    story.scan(.delivered, at: "2026-03-06 09:00", office: "100000")
    try await desk.take(story, from: 1, at: "2026-03-09 09:00")
    #expect(try await desk.store.nextMail() == instant("2026-03-09 09:05"))
  }
}
