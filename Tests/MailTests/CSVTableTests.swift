import Foundation
import Mail
import TestSupport
import Testing

struct CSVTableTests {
  private func reread(_ bytes: [UInt8]) async throws -> [[String]] {
    let program = """
      import csv, io, json, sys
      text = sys.stdin.buffer.read().decode("utf-8-sig")
      print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))
      """
    let outcome = try await ProcessRunner.run("python3", ["-c", program], input: Data(bytes))
    return try JSONDecoder().decode([[String]].self, from: Data(outcome.output.utf8))
  }

  @Test("Python's reader finds every cell as it was written")
  func cells() async throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = Seeded(seed)
    var rows = [["a,b", "\"", "x\r\ny", "x\ny", "", " lead", "trail ", "\"\"", "ồ"]]
    for _ in 0..<50 { rows.append((0..<9).map { _ in "x" + random.text(upTo: 30) }) }
    var table = CSVTable(rows[0])
    for row in rows.dropFirst() { table.add(row) }
    #expect(try await reread(table.bytes) == rows, "seed \(seed)")
  }

  @Test("it begins with a byte order mark, and its lines end with CR and LF")
  func form() {
    var table = CSVTable(["a", "b"])
    table.add(["1", "2"])
    #expect(table.bytes == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n1,2\r\n".utf8))
  }

  @Test(
    "no cell is a formula",
    arguments: ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1", "=\"x\",\"y\"", "=\u{301}1"])
  func formulas(cell: String) async throws {
    let table = CSVTable([cell, "x=1"])
    #expect(try await reread(table.bytes) == [["'" + cell, "x=1"]])
  }
}
