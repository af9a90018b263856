import Foundation
import TestSupport

/// The library that breaks things inside a daemon; `Tests/fault-points.c` tells what it can.
enum FaultPoints {
  private static let building = Task {
    let library = FileManager.default.temporaryDirectory.appending(path: "fault-points-\(UUID().uuidString).so").path
    try await ProcessRunner.succeed(
      "clang",
      [
        "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-o", library,
        Built.root.appending(path: "Tests/fault-points.c").path,
      ])
    return library
  }

  /// The environment of a daemon that goes by `orders`.
  static func environment(_ orders: [String: String]) async throws -> [String: String] {
    orders.merging(["LD_PRELOAD": try await building.value]) { $1 }
  }
}

/// Where the process can be killed.
enum FaultPoint: String, CaseIterable {
  case beforeCommit = "before-commit"
  case afterCommit = "after-commit"
  case beforeAck = "before-ack"
  case afterAck = "after-ack"
  case beforeSend = "before-send"
  case afterReply = "after-reply"
  case beforeRecord = "before-record"

  /// Whether it lies on the way of a mail, rather than of an event.
  var isOfMail: Bool { [.beforeSend, .afterReply, .beforeRecord].contains(self) }
}

/// What may change while the daemon runs: the time of day, the pace of the disk, and whether it takes anything.
final class FaultOrders {
  let path: String
  private let file: FileHandle

  init(in folder: URL) throws {
    path = folder.appending(path: "orders").path
    try Data(count: 24).write(to: URL(fileURLWithPath: path))
    file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
  }

  /// By how much the time of day is off.
  func stepClock(_ seconds: Int64) throws { try write(seconds * 1_000_000, at: 0) }

  /// By how much each wait for the disk is longer.
  func slowDisk(_ milliseconds: Int64) throws { try write(milliseconds * 1_000, at: 8) }

  /// What each write to the database ends with; 0 for none.
  func failWrites(_ number: Int32) throws { try write(Int64(number), at: 16) }

  private func write(_ value: Int64, at offset: UInt64) throws {
    try file.seek(toOffset: offset)
    try file.write(contentsOf: withUnsafeBytes(of: value) { Data($0) })
  }
}
