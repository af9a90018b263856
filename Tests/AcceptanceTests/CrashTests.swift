import Foundation
import Store
import TestSupport
import Testing

/// Whatever ends the daemon: nothing lost, nothing doubled, goes on by itself.
struct CrashTests {
  @Test("kill -9 at random instants loses nothing that was acknowledged and counts nothing twice", arguments: [1788])
  func killed(seed: UInt64) async throws {
    let stream = try TrialStream(seed: seed)
    let trial = try await DaemonTrial(
      settings: ["DOSSIERD_BROKER_BATCH_SIZE": "32", "DOSSIERD_BROKER_DELIVERY_LIMIT": "1000"])
    try await trial.control("topology", "apply")
    async let publishing = trial.control("publish", "-", input: stream.lines)
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      let daemon = try await trial.start()
      let soFar = try await committed(trial)
      let more = Int.random(in: 1...800, using: &chance)
      // A daemon that has read all there is gets no further; being killed then is a case of its own.
      let target = min(soFar + more, stream.distinct)
      try await waitUntil("\(more) more events are committed") { try await committed(trial) >= target }
      try await daemon.kill9()
    }
    _ = try await publishing
    let daemon = try await trial.start()
    try await waitUntil("all is committed", within: .seconds(60)) {
      try await committed(trial) == stream.distinct
    }
    #expect(try await daemon.stop().status == 0)
    try await stream.check(trial)
  }

  @Test("SIGTERM under load finishes the batch in hand, ends within five seconds, and loses nothing")
  func terminated() async throws {
    let stream = try TrialStream(seed: 4711)
    let trial = try await DaemonTrial(
      settings: ["DOSSIERD_BROKER_BATCH_SIZE": "64", "DOSSIERD_BROKER_DELIVERY_LIMIT": "1000"])
    try await trial.control("topology", "apply")
    try await trial.control("publish", "-", input: stream.lines)
    for _ in 0..<3 {
      let daemon = try await trial.start()
      try await daemon.waitForLog("listening to the queue")
      let end = try await daemon.stop()
      #expect(end.status == 0)
      #expect(end.took < .seconds(5))
    }
    let daemon = try await trial.start()
    try await waitUntil("all is committed", within: .seconds(60)) {
      try await committed(trial) == stream.distinct
    }
    _ = try await daemon.stop()
    try await stream.check(trial)
  }

  private func committed(_ trial: DaemonTrial) async throws -> Int {
    guard FileManager.default.fileExists(atPath: trial.database) else { return 0 }
    return try await SQLiteStore(path: trial.database, access: .reader).counts().committed
  }
}
