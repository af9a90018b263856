import Dossiers
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct MigrationTests {
  @Test("what was heard of a device's counter is kept when the counter gets columns of its own")
  func devices() async throws {
    let since = instant("2026-11-02 08:00")
    var gappy = ReceivedSequences(7)
    gappy.hear(12, at: since)
    let folder = try TemporaryFolder()
    let database = try DatabaseQueue(path: folder.database)
    try Schema.migrator.migrate(database, upTo: "receivers")
    let hole = "{\"first\":8,\"last\":11,\"since\":\(String(decoding: try JSONEncoder().encode(since), as: UTF8.self))}"
    try await database.write { db in
      let row = "INSERT INTO watched_devices (source, heard, received) VALUES (?, ?, ?)"
      try db.execute(
        sql: row, arguments: [1, 5, Data("{\"first\":7,\"last\":12,\"holes\":[\(hole)]}".utf8)])
      try db.execute(sql: row, arguments: [2, 6, Data("{\"first\":3,\"last\":9,\"holes\":[]}".utf8)])
      try db.execute(sql: row, arguments: [3, 7, nil])
    }
    try Schema.migrator.migrate(database)
    let devices = try await database.read { try WatchedDevices($0).devices }
    #expect(devices.mapValues(\.heard.microseconds) == [1: 5, 2: 6, 3: 7])
    #expect(devices[1]?.received == gappy)
    #expect(devices[2]?.received == ReceivedSequences(first: 3, last: 9, holes: []))
    #expect(devices[3]?.received == nil)
  }
}
