import Dossiers
import Foundation
import Store
import TestSupport
import Testing

/// The drill: back up under load, lose the database, restore, go on.
struct RestoreDrillTests {
  @Test("a backup made under load, a killed daemon, a lost database: what is told again ends in the same state")
  func drill() async throws {
    let stream = try TrialStream(seed: 21)
    let trial = try await DaemonTrial(
      settings: ["DOSSIERD_BROKER_BATCH_SIZE": "32", "DOSSIERD_BROKER_DELIVERY_LIMIT": "1000"])
    try await trial.control("topology", "apply")
    async let publishing = trial.control("publish", "-", input: stream.lines)
    let daemon = try await trial.start()
    try await waitUntil("some events are committed") { try await trial.committed() > 100 }
    let backup = try await trial.backup()
    _ = try await publishing
    try await waitUntil("all is committed", within: .seconds(60)) {
      try await trial.committed() == stream.distinct
    }
    try await daemon.kill9()
    #expect(try await trial.control("backup", "verify").contains("sound"))

    // Over what is there nothing is written.
    let refused = try await trial.run("restore", backup)
    #expect(refused.status == 73 && refused.errors.contains("is there already"), "\(refused)")
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: trial.database + suffix) }
    let restored = try await trial.run("restore", backup)
    #expect(restored.status == 0 && restored.output.contains("publish again"), "\(restored)")
    let known = try await trial.committed()
    #expect(known >= 100 && known <= stream.distinct)

    // The sources tell again what they told, while the daemon rests.
    try await trial.control("publish", "-", input: stream.lines)
    let again = try await trial.start()
    #expect(try await trial.run("restore", backup).status == 75)
    try await waitUntil("all is committed again", within: .seconds(60)) {
      try await trial.committed() == stream.distinct
    }
    _ = try await again.stop()
    try await stream.check(trial)
    #expect(try await trial.run("rebuild", "--check").status == 0)
  }

  @Test("backup and restore, killed at any moment, leave no file that is half there under its name")
  func killed() async throws {
    let stream = try TrialStream(seed: 4)
    let trial = try await DaemonTrial(settings: ["DOSSIERD_BROKER_DELIVERY_LIMIT": "1000"])
    try await trial.control("topology", "apply")
    try await trial.control("publish", "-", input: stream.lines)
    let daemon = try await trial.start()
    try await waitUntil("all is committed", within: .seconds(60)) { try await trial.committed() == stream.distinct }
    _ = try await daemon.stop()
    let whole = try await trial.backup()
    let copy = trial.folder.appending(path: "copy.sqlite").path
    var chance = SeededGenerator(seed: 9)
    for _ in 0..<8 {
      try await trial.cut(["backup"], after: .milliseconds(.random(in: 20...250, using: &chance)))
      try await trial.cut(
        ["restore", whole, "--to", copy], after: .milliseconds(.random(in: 20...250, using: &chance)))
      #expect(try await trial.run("backup", "verify").status == 0)
      guard FileManager.default.fileExists(atPath: copy) else { continue }
      #expect(try StoreFile.verified(copy).events == stream.distinct)
      try FileManager.default.removeItem(atPath: copy)
    }
  }
}

extension DaemonTrial {
  fileprivate func committed() async throws -> Int {
    guard FileManager.default.fileExists(atPath: database) else { return 0 }
    return try await SQLiteStore(path: database, access: .reader).counts().committed
  }

  /// Makes a backup, and says where it is.
  fileprivate func backup() async throws -> String {
    struct Answer: Decodable {
      struct Backup: Decodable { let path: String }
      let backup: Backup
    }
    return try JSONDecoder().decode(Answer.self, from: Data(try await control("backup", "--json").utf8)).backup.path
  }

  fileprivate func run(_ arguments: String...) async throws -> ProcessRunner.Outcome {
    try await ProcessRunner.run(Built.program("dossierctl"), arguments, environment: environment)
  }

  /// Runs `dossierctl` and kills it where it has not ended by then.
  fileprivate func cut(_ arguments: [String], after time: Duration) async throws {
    let seconds = Double(time.components.attoseconds) / 1e18
    let command = ["-s", "KILL", "\(seconds)", Built.program("dossierctl")] + arguments
    _ = try await ProcessRunner.run("/usr/bin/timeout", command, environment: environment)
  }
}
