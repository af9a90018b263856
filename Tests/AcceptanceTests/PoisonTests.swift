import Dossiers
import Foundation
import Store
import TestSupport
import Testing

/// A message that ends the process must not end it for ever, nor take its neighbours along.
struct PoisonTests {
  /// A library that goes before the daemon's own and ends the process when an event with the marker would go into the
  /// log: the daemon itself is the one that is shipped.
  private static let trap = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <stdlib.h>
    #include <string.h>
    int sqlite3_bind_blob(void *statement, int place, const void *bytes, int count, void (*destroy)(void *)) {
      int (*bind)(void *, int, const void *, int, void (*)(void *)) = dlsym(RTLD_NEXT, "sqlite3_bind_blob");
      const char *(*text)(void *) = dlsym(RTLD_NEXT, "sqlite3_sql");
      if (count > 0 && memmem(bytes, count, "poison", 6) && strstr(text(statement), "INTO events")) abort();
      return bind(statement, place, bytes, count, destroy);
    }
    """

  /// A trial whose daemon walks into the trap.
  private func trial(in folder: URL, _ settings: [String: String] = [:]) async throws -> DaemonTrial {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let trap = ["LD_PRELOAD": try await makeTrap(in: folder), "SWIFT_BACKTRACE": "enable=no"]
    return try await DaemonTrial(settings: settings.merging(trap) { $1 })
  }

  private func makeTrap(in folder: URL) async throws -> String {
    let source = folder.appending(path: "trap.c")
    let library = folder.appending(path: "trap.so").path
    try Data(Self.trap.utf8).write(to: source)
    try await ProcessRunner.succeed("clang", ["-shared", "-fPIC", "-o", library, source.path])
    return library
  }

  private func reasons(_ trial: DaemonTrial) async throws -> [String] {
    try await SQLiteStore(path: trial.database, access: .reader).parked(.newest(100)).map(\.refusal.reason.rawValue)
  }

  private func committed(_ trial: DaemonTrial) async throws -> Int {
    try await SQLiteStore(path: trial.database, access: .reader).counts().committed
  }

  @Test("a message that ends the process is parked after two tries alone, and its neighbours in the batch are taken")
  func parked() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trap-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let trial = try await trial(in: folder, ["DOSSIERD_BROKER_LINGER_MILLISECONDS": "500"])
    try await trial.control("topology", "apply")
    let posted = Scans.morning(daysAgo: 1)
    let events = (0..<60).map { number in
      Scans.accepted(
        id: number == 30 ? "poison" : "a\(number)", at: posted, item: Items.number(20_000 + number),
        dossier: "H18.101-260302-\(20_000 + number)")
    }
    try await trial.control("publish", "-", input: events.joined(separator: "\n"))

    // In the batch, then twice alone.
    for _ in 0..<3 { try await RunningDaemon(environment: trial.environment, folder: trial.folder).waitForEnd() }
    let daemon = try await trial.start()
    try await waitUntil("the message is parked") { try await reasons(trial) == ["crashed"] }
    try await waitUntil("its neighbours are taken") { try await committed(trial) == 59 }
    #expect(daemon.isRunning && daemon.log.contains("the last run never ended"))
    #expect(try await daemon.stop().status == 0)

    let next = try await trial.start()
    try await next.waitForLog("listening to the queue")
    #expect(!next.log.contains("the last run never ended"))
    #expect(try await next.stop().status == 0)
    #expect(try await reasons(trial) == ["crashed"])
  }

  @Test("an early message that ends the process when its time has come is not tried for ever")
  func early() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trap-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let trial = try await trial(in: folder, ["DOSSIERD_INTAKE_AHEAD_MINUTES": "0"])
    let daemon = try await trial.start()
    let time = Instant(seconds: Int64(Date().timeIntervalSince1970) + 5)
    try await trial.publishByForeignClient(Scans.accepted(id: "poison", at: time), key: "postoffice.381100")
    try await waitUntil("it is parked as early") { try await reasons(trial) == ["early"] }
    try await daemon.waitForEnd()
    for _ in 0..<2 { try await RunningDaemon(environment: trial.environment, folder: trial.folder).waitForEnd() }
    let last = try await trial.start()
    try await waitUntil("the message is parked for good") { try await reasons(trial) == ["crashed"] }
    #expect(try await last.stop().status == 0)
  }
}
