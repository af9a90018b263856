import TestSupport
import Testing

@Suite("simulate")
struct SimulateTests {
  static let plan = ["simulate", "--days", "5", "--start", "2026-03-02", "--dossiers-per-day", "100"]

  @Test("the same seed gives the same bytes, another seed others")
  func determinism() async throws {
    let first = try await Tool.run(Self.plan + ["--seed", "7"])
    let again = try await Tool.run(Self.plan + ["--seed", "7"])
    let other = try await Tool.run(Self.plan + ["--seed", "8"])
    #expect(first.status == 0)
    #expect(first.lines.count > 1_000)
    #expect(first.output == again.output)
    #expect(first.output != other.output)
  }

  @Test("all that is made up can be taken")
  func taken() async throws {
    let events = try await Tool.run(Self.plan + ["--seed", "7"]).output
    let outcome = try await Tool.run("fold", "-", "--now", "2026-05-01", "--json", input: events)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.lines.count > 400)
  }

  @Test("a reader that goes away ends it quietly")
  func brokenPipe() async throws {
    let command = "'\(Tool.program)' \(Self.plan.joined(separator: " ")) --seed 7 | head -n 1"
    let outcome = try await Tool.shell("set -o pipefail; \(command)")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.lines.count == 1)
  }

  @Test(
    "wrong usage is refused with 64",
    arguments: [["--days", "1"], ["--seed", "1"], ["--seed", "1", "--days", "0"], ["--seed", "-1", "--days", "1"]])
  func usage(_ arguments: [String]) async throws {
    #expect(try await Tool.run(["simulate"] + arguments).status == 64)
  }
}
