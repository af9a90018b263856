import Store
import Testing

struct SQLiteConformanceTests {
  @Test("the SQLite store keeps every promise of the port", arguments: StoreConformance.promises)
  func keeps(_ promise: Promise) async throws {
    let folder = try TemporaryFolder()
    let desk = try await Desk(SQLiteStore(path: folder.database, telling: Desk.atOnce(since: promise.since)))
    try await promise.keep(desk)
  }
}
