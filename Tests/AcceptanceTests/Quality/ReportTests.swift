import Foundation
import GRDB
import TestSupport
import Testing

/// The report for inspectors over a simulated month, and what is refused of it.
@Suite("report", .timeLimit(.minutes(5)))
struct ReportTests {
  private static let month = ["--month", "2023-10"]

  @Test("page, table and JSON hold the same figures, those of dossierctl figures, and are found to agree with the log")
  func agrees() async throws {
    let year = try await SimulatedYear(days: 40, perDay: 8)
    for language in ["vi", "en"] {
      let made = try await year.report(Self.month + ["--language", language])
      let json = try JSONDecoder().decode(Report.self, from: Data(contentsOf: made.json))
      let page = try String(contentsOf: made.page(language), encoding: .utf8)
      let embedded = try #require(page.split(separator: "id=\"report\">").last?.split(separator: "</script>").first)
      #expect(String(embedded) == (try String(contentsOf: made.json, encoding: .utf8)))
      let table = try String(contentsOf: made.csv, encoding: .utf8).split(separator: "\r\n").dropFirst()
      let rows = table.map { line in line.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      #expect(rows.map { "\($0[7]) \($0[9]) \($0[10])" } == json.figures.map(\.key))
      #expect(rows.map { Double($0[14]) } == json.figures.map(\.value))
      #expect(rows.map { Int($0[12]) } == json.figures.map(\.numerator))
      #expect(rows.allSatisfy { $0[6] == json.log.digest } && json.log.digest.utf8.count == 64)
      #expect(page.contains(json.log.digest) && page.contains("<svg") && page.contains("lang=\"\(language)\""))
      let figures = try await year.figures(Self.month)
      let known = try JSONDecoder().decode(Answer.self, from: Data(figures.utf8)).now.figures
      for figure in known {
        let same = try #require(json.figures.first { $0.key == figure.key })
        #expect(figure.agrees(with: same), "\(figure.key)")
      }
      for file in [made.page(language), made.csv, made.json] {
        let outcome = try await year.tool(["report", "verify", file.path])
        #expect(outcome.status == 0 && outcome.output.contains(json.log.digest), "\(file) \(outcome)")
      }
    }
  }

  @Test("a figure, a digest or a word that was changed is refused, and named")
  func tampered() async throws {
    let year = try await SimulatedYear(days: 35, perDay: 4)
    let made = try await year.report(Self.month)
    let digest = try JSONDecoder().decode(Report.self, from: Data(contentsOf: made.json)).log.digest
    let forged = String(digest.reversed())
    let changes: [(URL, String, String, says: String)] = [
      (made.json, "\"denominator\":", "\"denominator\":1", "Figure"), (made.json, digest, forged, "The log"),
      (made.csv, ",lost,safe,all,,per-10000,", ",lost,safe,all,,percent,", "Figure lost"),
      (made.page("vi"), "Trong hạn</th>", "Quá hạn</th>", "The page"), (made.page("vi"), digest, forged, "The"),
      (made.page("vi"), "<h2>Bưu cục</h2>", "", "The page"),
    ]
    for (file, part, other, says) in changes {
      let text = try String(contentsOf: file, encoding: .utf8)
      let changed = file.deletingLastPathComponent().appending(path: "changed")
      try text.replacingOccurrences(of: part, with: other).write(to: changed, atomically: true, encoding: .utf8)
      let outcome = try await year.tool(["report", "verify", changed.path])
      #expect(outcome.status == 65 && outcome.output.contains(says), "\(part): \(outcome)")
    }
    try Data("no report".utf8).write(to: made.json)
    #expect(try await year.tool(["report", "verify", made.json.path]).status == 65)
    #expect(try await year.tool(["report", "verify", "/nowhere"]).status == 66)
  }

  @Test("a log that was changed, thinned out or added to in the past is refused; one that grew is not")
  func otherLog() async throws {
    let year = try await SimulatedYear(days: 35, perDay: 4)
    let made = try await year.report(Self.month)
    func verify(after sql: String) async throws -> Int32 {
      let database = try DatabaseQueue(path: year.database)
      try await database.write { try $0.execute(sql: sql) }
      try database.close()
      return try await year.tool(["report", "verify", made.json.path]).status
    }
    let copy = "(SELECT max(seq) + 1, id || 'x', source, type, time,"
    let columns = "INSERT INTO events (seq, id, source, type, time, recorded, body) SELECT * FROM "
    // What is recorded from now on lies behind the report.
    #expect(try await verify(after: "\(columns)\(copy) 9000000000000000, body FROM events)") == 0)
    #expect(try await verify(after: "UPDATE events SET recorded = recorded + 1 WHERE seq = 5") == 65)
    #expect(try await verify(after: "UPDATE events SET recorded = recorded - 1 WHERE seq = 5") == 0)
    let blank = "UPDATE versions SET body = CAST(CAST(body AS TEXT) || ' ' AS BLOB) WHERE kind = 'registry'"
    #expect(try await verify(after: blank) == 65)
    let trimmed = "UPDATE versions SET body = CAST(rtrim(CAST(body AS TEXT)) AS BLOB) WHERE kind = 'registry'"
    #expect(try await verify(after: trimmed) == 0)
    let alive = "SELECT max(seq) FROM events WHERE type = 4 AND seq < (SELECT max(seq) FROM events) - 1"
    #expect(try await verify(after: "DELETE FROM events WHERE seq = (\(alive))") == 65)
  }

  @Test("the page is printed into a PDF file, or the package that can is named")
  func printed() async throws {
    let year = try await SimulatedYear(days: 5, perDay: 2)
    let folder = year.folder.path
    let outcome = try await year.tool(["report", "--into", folder, "--pdf"] + Self.month)
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium") {
      let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: "inspection-2023-10-vi.pdf"))
      #expect(outcome.status == 0 && bytes.starts(with: Data("%PDF-".utf8)), "\(outcome)")
    } else {
      #expect(outcome.status == 69 && outcome.errors.contains("apt-get install chromium"))
    }
  }

  private struct Answer: Decodable {
    struct Known: Decodable {
      let figures: [Figure]
    }
    let now: Known
  }

  private struct Report: Decodable {
    struct Log: Decodable {
      let digest: String
    }
    let log: Log
    let figures: [Figure]
  }
}

/// The files of a report.
private struct MadeReport {
  let folder: URL

  var json: URL { folder.appending(path: "inspection-2023-10.json") }
  var csv: URL { folder.appending(path: "inspection-2023-10.csv") }

  func page(_ language: String) -> URL { folder.appending(path: "inspection-2023-10-\(language).html") }
}

extension SimulatedYear {
  fileprivate func report(_ options: [String]) async throws -> MadeReport {
    let made = MadeReport(folder: folder.appending(path: "report"))
    let outcome = try await tool(["report", "--into", made.folder.path] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return made
  }
}
