import TestSupport
import Testing

@Suite("fold")
struct FoldTests {
  static let now = "2026-03-10T12:00:00+07:00"

  @Test("a file folds to what stands at an instant, one dossier a line and then the items without one")
  func golden() async throws {
    let outcome = try await Tool.run("fold", try Sheet.path("fold.ndjson"), "--now", Self.now, "--json")
    #expect(outcome.status == 0)
    #expect(outcome.output == (try Sheet.text("fold.json")))
  }

  @Test("what can't be taken is named with its line and reason, and stops nothing")
  func complaints() async throws {
    let path = try Sheet.path("fold.ndjson")
    let outcome = try await Tool.run("fold", path, "--now", Self.now)
    let said = outcome.complaints.map { $0.replacing("\(path):", with: "").split(separator: ":").prefix(2).joined() }
    #expect(
      said == ["4 unreadable", "5 contract", "6 unknown-type", "7 unknown-office", "9 identity-reused", "10 early"])
  }

  @Test("the order of lines makes no difference, nor does standard input")
  func order() async throws {
    let lines = try Sheet.text("fold.ndjson").split(separator: "\n")
    // Of two contents under one identity the first in the file stands, so that one line stays out.
    let kept = lines.enumerated().filter { $0.offset != 8 }.map(\.element)
    let outcome = try await Tool.run(
      "fold", "-", "--now", Self.now, "--json", input: kept.reversed().joined(separator: "\n"))
    #expect(outcome.output == (try Sheet.text("fold.json")))
    #expect(outcome.complaints.allSatisfy { $0.hasPrefix("-:") })
  }

  @Test("people get a table")
  func table() async throws {
    let outcome = try await Tool.run("fold", try Sheet.path("fold.ndjson"), "--now", Self.now)
    #expect(outcome.lines.first?.hasPrefix("DOSSIER") == true)
    #expect(outcome.lines.count == (try Sheet.text("fold.json").split(separator: "\n").count) + 1)
  }

  @Test("a CSV of scans folds as JSON lines do")
  func csv() async throws {
    let outcome = try await Tool.run("fold", try Sheet.path("scans.csv"), "--now", Self.now, "--json")
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.contains(#""item":"EA123456785VN","stage":"in-transit""#))
    #expect(outcome.complaints.map { $0.split(separator: ":").dropFirst().prefix(2).joined() } == ["4 unreadable"])
  }
}
