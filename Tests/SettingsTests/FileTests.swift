import Dossiers
import Foundation
import Testing

@testable import Settings

@Suite("Files") struct FileTests {
  @Test("all mistakes of all files are reported in one go, in order") func all() throws {
    let problems = try Trial.problems([
      "dossierd.yaml": .text("prefetch: 16384 ", by: "prefetch: many "),
      "policy/1788.yaml": .text("\"15:00\"", by: "\"15:60\""),
      "calendar/holidays.csv": .text("2017-01-01", by: "2017-1-1"),
      "registry/agencies.csv": .text(",department", by: ",apartment"),
      "registry/leads.csv": .text(",vi", by: ",fr"),
    ])
    let files = problems.map { String($0.prefix { $0 != ":" }) }
    #expect(Set(files).count == 5)
    #expect(files == files.sorted())
  }

  @Test(
    "a table that is missing is reported once, at the key that names its folder",
    arguments: [
      "agencies", "post-offices", "procedures", "districts", "leads", "communes-until-2025-06",
      "communes-since-2025-07", "communes-old-to-new",
    ])
  func missingTable(name: String) throws {
    let problems = try Trial.problems(["registry/\(name).csv": .missing])
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains("error: expected a file, found none at registry/\(name).csv") == true
        && problems.first?.hasPrefix("dossierd.yaml:") == true)
  }

  @Test("a successor without a last day of the agency before it is warned of, as it takes over nothing")
  func endlessAgency() throws {
    let row = "000.02.31.H18,commune,UBND Phường Him Lam,094,,"
    let settings = try Trial.load(replacing: ["registry/agencies.csv": .text(row + "2025-06-30", by: row)])
    let warnings = settings.warnings.filter { $0.found == "000.02.31.H18 has a successor and no last day" }
    #expect(warnings.count == 1 && warnings[0].line == 52 && warnings[0].file.hasSuffix("agencies.csv"))
  }

  @Test("what refers to a table that is missing is not reported as well")
  func references() throws {
    let exception = "      optional: true\n      exceptions: [{ procedure: \"1.004873\", term: 1 day }]"
    let problems = try Trial.problems([
      "registry/procedures.csv": .missing, "policy/1788.yaml": .text("      optional: true", by: exception),
    ])
    #expect(problems.count == 1 && problems[0].contains("procedures.csv"), "\(problems.joined(separator: "\n"))")
  }

  @Test("the daemon's own file may be missing, empty or no text") func own() throws {
    let missing = try Trial.problems(["dossierd.yaml": .missing])
    #expect(missing.count == 1 && missing[0].hasPrefix("dossierd.yaml: error: expected a file, found none at"))
    let empty = try Trial.load(replacing: ["dossierd.yaml": .whole("")])
    #expect(empty.broker.prefetch == 16_384)
    let list = try Trial.problems(["dossierd.yaml": .whole("- a\n")])
    #expect(list.count == 1 && list[0].hasPrefix("dossierd.yaml:1:1: error: expected a section"))
  }

  @Test("that are not UTF-8 are refused") func encoding() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data([0x61, 0x3A, 0xFF, 0xFE]).write(to: folder)
    #expect(throws: SettingsError.self) {
      try Settings.load(folder.path, environment: [:], now: Trial.now)
    }
  }

  @Test("a calendar that ends soon is warned of") func horizon() throws {
    let late = try #require(LocalDate("2027-11-15")).start
    let settings = try Trial.load(replacing: [:], now: late)
    let warning = try #require(settings.warnings.first { $0.found.hasPrefix("days off are known until") })
    #expect(warning.found == "days off are known until 2027-12-31 only, and today is 2027-11-15")
    #expect(warning.file.hasSuffix("calendar/dien-bien.yaml") && warning.line != nil)
    let soon = try #require(LocalDate("2027-09-30")).start
    let early = try Trial.load(replacing: [:], now: soon)
    #expect(!early.warnings.contains { $0.found.hasPrefix("days off are known until") })
  }

  @Test("a day to watch from that lies ahead is warned of, and one that has come is not") func since() throws {
    for (day, isWarned) in [("2026-03-03", true), ("2026-03-02", false)] {
      let settings = try Trial.shipped(["DOSSIERD_ALERTS_SINCE": day])
      #expect(settings.warnings.contains { $0.found.hasPrefix("alerts are raised only") } == isWarned)
    }
  }

  @Test("a year without days off is warned of") func gap() throws {
    let file = Trial.config + "/calendar/holidays.csv"
    let days = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").filter {
      !$0.hasPrefix("2020-")
    }
    let settings = try Trial.load(replacing: ["calendar/holidays.csv": .whole(days.joined(separator: "\n"))])
    #expect(settings.warnings.contains { $0.found == "there are no days off in 2020" })
  }

  @Test("an agency may keep its own hours") func agencyHours() throws {
    let settings = try Trial.load(replacing: [
      "calendar/dien-bien.yaml": .text(
        "agencies:\n",
        by: "agencies:\n  H18.104:\n    monday-friday: [07:30-11:30, 13:30-17:00]\n    saturday: [07:30-11:30]\n")
    ])
    let code = try #require(AgencyCode("H18.104"))
    let hours = try #require(settings.rules.calendar.agencyHours[code])
    #expect(hours.weekdays[5].map { [$0.from, $0.until] } == [[27_000, 41_400]])
    #expect(hours.weekdays[6].isEmpty)
  }

  @Test("a policy may speed up for a trial, and be followed by another edition") func demo() throws {
    let settings = try Trial.load(replacing: [
      "policy/1788.yaml": .text(
        "      # Stands in for every procedure's term, for a trial: override: 20 seconds\n"
          + "      warning: { working-days-before: 2, mail-above-days: 3 }\n      escalation:",
        by:
          "      override: 20 seconds\n      warning: { before: 10 seconds, working-days-before: 0 }\n      escalation:"
      )
    ])
    let process = try #require(settings.rules.policy.editions[0][.process])
    #expect(process.term.override == .hours(seconds: 20))
    #expect(process.warning == Policy.Warning(workingDaysBefore: 0, secondsBefore: 10, mailAboveDays: 3))
  }

  @Test(
    "times are written as a number and a unit",
    arguments: [
      ("3 working-days", Allowance.workingDays(3)), ("1 working-day", .workingDays(1)), ("10 days", .days(10)),
      ("2 working-hours", .workingHours(seconds: 7200)), ("90 working-minutes", .workingHours(seconds: 5400)),
      ("3 working-seconds", .workingHours(seconds: 3)),
      ("2 hours", .hours(seconds: 7200)), ("1 minute", .hours(seconds: 60)), ("30 seconds", .hours(seconds: 30)),
    ])
  func allowances(text: String, expected: Allowance) {
    let problems = Problems()
    let written = Written(text: text, place: Place(file: "t"), problems: problems)
    #expect(written.allowance() == expected)
    #expect(problems.errors.isEmpty)
  }
}
