import Foundation
import TestSupport
import Testing

@Suite("import totals")
struct ImportTotalsTests {
  private func run(_ input: String) async throws -> Tool.Outcome {
    let store = FileManager.default.temporaryDirectory.appending(path: "totals-\(UUID().uuidString)").path
    defer {
      for suffix in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: store + suffix) }
    }
    return try await Tool.run(
      ["import", "totals", "-"], input: input, environment: ["DOSSIERD_STORE_PATH": store])
  }

  @Test("a file of many totals is taken, its columns in any order, with comments and blank lines")
  func taken() async throws {
    let rows = (1...12).flatMap { month in
      (101...145).map { "\(month * $0),1.004873,H18.\($0),2026-\(month < 10 ? "0" : "")\(month)" }
    }.filter { !$0.hasSuffix("2026-12") }
    let outcome = try await run("# ours\ntotal,procedure,agency,month\n\n" + rows.joined(separator: "\r\n"))
    #expect(outcome.status == 0 && outcome.output == "495 totals are kept\n", "\(outcome.errors)")
  }

  @Test("every wrong line is told with its number and what to do, and nothing is taken")
  func refused() async throws {
    let outcome = try await run(
      """
      agency,procedure,month,total
      H18.999,1.004873,2026-01,1
      H18.101,9.999999,2026-01,1
      H18.101,1.004873,2026-13,1
      H18.101,1.004873,2026-01,-1
      H18.101,1.004873,2026-01,1.5
      H18.101,1.004873,2026-01
      H18.101,1.004873,9999-01,1
      H18.101,1.004873,2025-06,1
      000.02.31.H18,1.004873,2025-07,1
      H18.101,1.004873,2026-01,7
      H18.101,1.004873,2026-01,8
      H18.101,"1.004873,2026-02,8
      """)
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    let said = [
      "an agency of agencies.csv, found 'H18.999'", "a procedure of procedures.csv", "a month such as 2026-10",
      "a whole number", "a whole number", "expected 4 fields, found 3", "a month that has begun",
      "H18.101 exists from 2025-07-01, and not in 2025-06", "000.02.31.H18 exists until 2025-06-30",
      "those of line 11", "expected quotes",
    ]
    let lines = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13]
    #expect(outcome.complaints.count == said.count, "\(outcome.errors)")
    for (complaint, (line, words)) in zip(outcome.complaints, zip(lines, said)) {
      #expect(complaint.hasPrefix("dossierctl: -:\(line): ") && complaint.contains(words), "\(complaint)")
    }
  }

  @Test("without the right header nothing is read", arguments: ["", "agency,procedure,total\n", "H18.101,1,2,3\n"])
  func header(_ input: String) async throws {
    let outcome = try await run(input)
    #expect(outcome.status == 65 && outcome.errors.contains("-:1: expected the header agency,procedure,month,total"))
  }

  @Test("a file that is not there is 66")
  func noFile() async throws {
    #expect(try await Tool.run("import", "totals", "/nowhere.csv").status == 66)
  }
}
