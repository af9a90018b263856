import Dossiers
import Foundation
import TestSupport
import Testing

/// The report that the daemon makes for its pages.
@Suite("report on the pages", .timeLimit(.minutes(2)))
struct ServedReportTests {
  private static let ask = """
    import sys, urllib.request
    answer = urllib.request.urlopen(sys.argv[1])
    print(answer.status)
    sys.stdout.write(answer.read().decode())
    """

  @Test("the running daemon makes it beside its work, and its files are found to agree with the log")
  func agrees() async throws {
    let port = try await SMTPSink.start()
    port.stop()
    let base = "http://127.0.0.1:\(port.port)"
    let trial = try await DaemonTrial(settings: ["DOSSIERD_WEB_LISTEN": "127.0.0.1:\(port.port)"])
    let daemon = try await trial.start()
    try await trial.publishByForeignClient(
      Scans.accepted(id: "a", at: Scans.morning(daysAgo: 20)), key: "postoffice.381100")
    _ = try await trial.mail(holding: Scans.dossier)
    func get(_ path: String) async throws -> (status: String, text: String) {
      let parts = try await ProcessRunner.succeed("python3", ["-c", Self.ask, base + path])
        .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
    var json = ""
    try await waitUntil("the report is made", within: .seconds(60)) {
      let answer = try await get("/api/v1/report?period=2026")
      json = answer.text
      return answer.status == "200"
    }
    let page = try await get("/report/inspection-2026-vi.html").text
    let table = try await get("/report/inspection-2026.csv").text
    for (name, text) in [("report.json", json), ("report.html", page), ("report.csv", table)] {
      let file = trial.folder.appending(path: name)
      try Data(text.utf8).write(to: file)
      #expect(try await trial.control("report", "verify", file.path).contains("agrees"), "\(name)")
    }
    let today = LocalDate(Scans.morning(daysAgo: 0))
    var figures = ""
    try await waitUntil("the figures as they were known yesterday are made", within: .seconds(60)) {
      figures = try await get("/api/v1/figures?period=\(today.components.year)&known=\(today.adding(-1))").text
      return figures.contains("\"changes\"")
    }
    #expect(figures.contains("\"recorded_since\"") && figures.contains("\"scans\":1"))
    #expect(try await get("/report?period=2026").text.contains("SHA-256"))
    #expect(try await daemon.stop().status == 0)
  }
}
