import Testing

@testable import Settings

@Suite("A mistake is reported once, with its file and line, in") struct BrokenTests {
  @Test("the daemon's own file", arguments: Broken.own) func own(_ broken: Broken) throws { try check(broken) }

  @Test("the policy", arguments: Broken.policies) func policy(_ broken: Broken) throws { try check(broken) }

  @Test("the calendar", arguments: Broken.calendars) func calendar(_ broken: Broken) throws { try check(broken) }

  @Test("the tables of places", arguments: Broken.places) func places(_ broken: Broken) throws { try check(broken) }

  @Test("the tables of cases", arguments: Broken.cases) func cases(_ broken: Broken) throws { try check(broken) }

  @Test("the route tree", arguments: Broken.routes) func routes(_ broken: Broken) throws { try check(broken) }

  @Test("the times of routes", arguments: Broken.timings) func timings(_ broken: Broken) throws { try check(broken) }

  @Test("receivers and links", arguments: Broken.receiving) func receiving(_ broken: Broken) throws {
    try check(broken)
  }

  @Test("the table of absences", arguments: Broken.absences) func absences(_ broken: Broken) throws {
    try check(broken)
  }

  @Test("the register and its targets", arguments: Broken.register) func register(_ broken: Broken) throws {
    try check(broken)
  }

  private func check(_ broken: Broken) throws {
    let problems = try Trial.problems([broken.file: .text(broken.found, by: broken.replacement)])
    let place = try broken.place()
    let said = problems.filter { $0.hasPrefix(place) && $0.contains(": error: ") && $0.contains(broken.says) }
    #expect(said.count == 1, "expected \(place) … \(broken.says)\n\(problems.joined(separator: "\n"))")
    #expect(problems.count == 1 + broken.others, "\(problems.joined(separator: "\n"))")
    #expect(problems.allSatisfy { $0.contains("; ") && !$0.contains("hidden") })
  }
}
