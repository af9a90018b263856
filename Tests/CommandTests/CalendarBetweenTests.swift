import TestSupport
import Testing

@Suite("calendar between")
struct CalendarBetweenTests {
  @Test(
    "working time is counted in minutes, as a decimal where they are not whole",
    arguments: [
      ("2026-03-02T07:00", "2026-03-02T18:00", "450"), ("2026-03-02T11:00", "2026-03-02T14:00", "60"),
      ("2026-03-06T16:00", "2026-03-09T08:00", "90"), ("2026-03-02T08:00", "2026-03-02T08:00", "0"),
      ("2026-02-14", "2026-02-23", "0"), ("2026-03-02T08:00:00", "2026-03-02T08:00:30", "0.5"),
      ("2026-03-02T01:00:00Z", "2026-03-02T01:01:00Z", "1"),
    ])
  func between(_ from: String, _ until: String, _ minutes: String) async throws {
    let outcome = try await Tool.run("calendar", "between", from, until, "--json", "--agency", "H18.101")
    #expect(outcome.output.hasSuffix(#""working_minutes":\#(minutes)}"# + "\n"))
    #expect(outcome.status == 0)
  }

  @Test("the later instant first is wrong usage")
  func backwards() async throws {
    let outcome = try await Tool.run("calendar", "between", "2026-03-03", "2026-03-02")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("the earlier instant first"))
  }
}
