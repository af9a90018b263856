import Dossiers
import Foundation
import Store
import TestSupport
import Testing

/// What was archived, by the commands that people use.
@Suite("archive", .timeLimit(.minutes(5)))
struct ArchiveCommandTests {
  private static let month = ["--month", "2023-10"]

  @Test("figures and report of an archived month are what they were, and the report agrees with log and archive")
  func figures() async throws {
    let year = try await SimulatedYear(days: 40, perDay: 8)
    let report = year.folder.appending(path: "report")
    #expect(try await year.tool(["report", "--into", report.path] + Self.month).status == 0)
    let json = report.appending(path: "inspection-2023-10.json").path
    let before = try await year.figures(Self.month)
    let archive = SQLiteStore.archive(besideStore: year.database)
    do {
      let store = try SQLiteStore(path: year.database)
      var dossiers = 0
      var cursor: Int64? = .min
      while let after = cursor {
        let portion = try await store.archive(
          before: instant("2023-10-28 00:00"), after: after, limit: 50, at: instant("2026-11-26 08:00"))
        dossiers += portion.dossiers
        cursor = portion.next
      }
      #expect(dossiers > 30)
    }
    let verified = try await year.tool(["report", "verify", json])
    #expect(verified.status == 0, "\(verified)")
    let after = try await year.figures(Self.month)
    #expect(try Self.figures(after) == Self.figures(before))
    for store in [year.database, archive] {
      let rebuilt = try await year.tool(["rebuild", "--check", "--store", store])
      #expect(rebuilt.status == 0, "\(store): \(rebuilt)")
    }

    // Without it, no figure is given, and none mailed, that leaves out what was moved.
    try FileManager.default.moveItem(atPath: archive, toPath: archive + ".away")
    for command in [
      ["figures"] + Self.month, ["report", "verify", json], ["report", "--into", report.path] + Self.month,
      ["report", "mail"] + Self.month,
    ] {
      let refused = try await year.tool(command)
      #expect(refused.status == 66 && refused.errors.contains("archive.sqlite"), "\(refused)")
    }
    #expect(try await year.tool(["figures", "--month", "2024-01"]).status == 0)
  }

  @Test("beside the running daemon what is over for five years is moved, no less, and is found as before")
  func besideDaemon() async throws {
    let trial = try await DaemonTrial()
    let old = LocalDate(Instant(seconds: Int64(Date().timeIntervalSince1970))).adding(-6 * 366).at(secondOfDay: 30_000)
    let dossier = "H18.101-200302-0001"
    do {
      let daemon = try await trial.start()
      _ = try await daemon.stop()
      let store = try SQLiteStore(path: trial.database)
      let bodies = [
        Scans.accepted(id: "a", at: old, dossier: dossier, carries: "result"),
        Scans.delivered(id: "b", at: old.advanced(by: .hours(20))),
      ]
      let arrivals = try bodies.map { body in
        Arrival(.event(try EventDecoder().decode(Array(body.utf8))), message: Message(body: Array(body.utf8)))
      }
      _ = try await store.take(arrivals, recorded: old.advanced(by: .hours(24)))
    }
    let daemon = try await trial.start()
    let key = "postoffice.381100"
    let item = "EA000000014VN"
    try await trial.publishByForeignClient(Scans.accepted(id: "c", at: Scans.morning(daysAgo: 2), item: item), key: key)
    try await waitUntil("it is taken") {
      (try? await trial.control("dossier", Scans.dossier, "--json"))?.contains("collecting") == true
    }
    let before = try await trial.control("dossier", dossier, "--json")
    let early = try await ProcessRunner.run(
      Built.program("dossierctl"), ["archive", "--older-than", "4"], environment: trial.environment)
    #expect(early.status == 64 && early.errors.contains("17/2017"))
    #expect(try await trial.control("archive", "--older-than", "7").contains("0 dossiers"))
    #expect(try await trial.control("archive", "--older-than", "5").contains("1 dossiers with 2 events"))
    #expect(try await trial.control("dossier", dossier, "--json") == before)
    let archive = SQLiteStore.archive(besideStore: trial.database)
    #expect(try await trial.control("dossier", dossier, "--json", "--store", archive) == before)
    try await trial.publishByForeignClient(
      Scans.delivered(id: "d", at: Scans.morning(daysAgo: 1), item: item), key: key)
    try await waitUntil("it goes on") {
      try await trial.control("dossier", Scans.dossier, "--json").contains("processing")
    }
    #expect(try await daemon.stop().status == 0)
  }

  private static func figures(_ answer: String) throws -> String {
    struct Answer: Decodable {
      struct Known: Decodable { let figures: [Figure] }
      let now: Known
    }
    return try JSONDecoder().decode(Answer.self, from: Data(answer.utf8)).now.figures
      .map { "\($0.key) \($0.numerator ?? -1) \($0.denominator)" }.joined(separator: "\n")
  }
}
