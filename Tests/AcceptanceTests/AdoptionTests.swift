import Dossiers
import Foundation
import TestSupport
import Testing

/// Use is counted from the scans, and held against the totals that agencies tell.
struct AdoptionTests {
  @Test("dossiers by post are counted, and their share once totals are imported, by the daemon and while it rests")
  func use() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let today = Scans.morning(daysAgo: 1)
    let code = { (number: Int) in "H18.101-\(today.rfc3339.prefix(10).dropFirst(2).filter { $0 != "-" })-000\(number)" }
    let month = String(today.rfc3339.prefix(7))
    for (number, item) in ["EA123456785VN", "EA000000014VN", "EA000000005VN"].enumerated() {
      try await trial.publishByForeignClient(
        Scans.accepted(id: "e\(number)", at: today, item: item, dossier: code(number + 1)), key: "postoffice.381100")
    }
    let arguments = ["adoption", "--use", "--agency", "H18.101", "--json"]
    let line = { () async throws -> [String: Any]? in
      let found = try await ProcessRunner.succeed(
        Built.program("dossierctl"), arguments, environment: trial.environment)
      let answer = try JSONSerialization.jsonObject(with: Data(found.utf8)) as? [String: Any]
      return (answer?["use"] as? [[String: Any]])?.first
    }
    try await waitUntil("three dossiers are counted") { try await line()?["posted"] as? Int == 3 }
    #expect(try await line()?["total"] == nil)

    let totals = "agency,procedure,month,total\nH18.101,1.004873,\(month),"
    #expect(try await trial.control("import", "totals", "-", input: totals + "12\n") == "1 totals are kept\n")
    #expect(try await line()?["share_percent"] as? Int == 25)
    _ = try await daemon.stop()
    #expect(try await trial.control("import", "totals", "-", input: totals + "4\n") == "1 totals are kept\n")
    #expect(try await line()?["share_percent"] as? Int == 75)
    #expect(try await line()?["collected"] as? Int == 3)
  }

  @Test("the daemon takes a file of thousands of totals, more than one request holds")
  func many() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let rows = (1...11).flatMap { month in
      (101...145).flatMap { agency in
        ["1.004873", "1.001193", "2.000815"].map {
          "H18.\(agency),\($0),2026-\(month < 10 ? "0" : "")\(month),\(agency)"
        }
      }
    }
    let file = "agency,procedure,month,total\n" + rows.joined(separator: "\n")
    #expect(try await trial.control("import", "totals", "-", input: file) == "1485 totals are kept\n")
    let use = try await trial.control("adoption", "--use", "--level", "commune", "--on", "2026-11-30", "--json")
    let answer = try JSONSerialization.jsonObject(with: Data(use.utf8)) as? [String: Any]
    let lines = try #require(answer?["use"] as? [[String: Any]])
    #expect(lines.count == 135 && lines.allSatisfy { $0["posted"] as? Int == 0 && $0["share_percent"] as? Int == 0 })
    _ = try await daemon.stop()
  }
}
