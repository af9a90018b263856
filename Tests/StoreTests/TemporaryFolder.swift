import Foundation

/// A folder that goes when the test that made it is over.
final class TemporaryFolder: Sendable {
  let path: String

  /// A folder of a new name; in memory where many are made, and none needs to outlive the power.
  init(inMemory: Bool = false) throws {
    let place = inMemory ? URL(fileURLWithPath: "/dev/shm") : FileManager.default.temporaryDirectory
    path = place.appendingPathComponent("store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where the database lies.
  var database: String { path + "/dossierd.db" }

  func bytes(of name: String = "dossierd.db") throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
  }

  func write(_ data: Data, to name: String = "dossierd.db") throws {
    try data.write(to: URL(fileURLWithPath: path + "/" + name))
  }
}
