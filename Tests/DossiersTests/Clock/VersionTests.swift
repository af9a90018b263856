import Dossiers
import TestSupport
import Testing

struct VersionTests {
  /// A calendar that also has 5 March off, recorded on 4 March at noon.
  private var withNewHoliday: Rules {
    var rules = SampleRules.rules
    let changed = SampleRules.definition(off: SampleRules.daysOff + ["2026-03-05"], worked: ["2026-01-10"])
    rules.calendars.append(WorkingCalendar(changed), recorded: instant("2026-03-04 12:00"))
    return rules
  }

  @Test("a new calendar moves a deadline that is open")
  func openDeadlineMoves() throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004873")
    #expect(try story.report(at: "2026-03-04 11:00").lastDay(.process) == "2026-03-05")
    story.rules = withNewHoliday
    #expect(try story.report(at: "2026-03-04 13:00").lastDay(.process) == "2026-03-06")
  }

  @Test(
    "a deadline that ended is judged by the calendar last recorded before its end",
    arguments: [
      ("2026-03-04 11:59", "2026-03-05"), ("2026-03-04 12:01", "2026-03-06"),
    ])
  func endedDeadlineStays(_ decided: String, _ lastDay: String) throws {
    var story = Scenario(rules: withNewHoliday)
    story.received(at: "2026-03-02 09:00", procedure: "1.004873")
    story.note(.resultReady, at: decided)
    #expect(try story.report(at: "2026-03-20 12:00").lastDay(.process) == lastDay)
  }

  @Test(
    "a deadline keeps the policy in force at its own start",
    arguments: [
      ("2026-03-04 08:00", "2026-03-05"), ("2026-03-04 13:00", "2026-03-09"),
    ])
  func policyAtStart(_ accepted: String, _ lastDay: String) throws {
    var rules = SampleRules.rules
    rules.policies.append(
      SampleRules.policy(editions: [SampleRules.edition(sameDistrict: .workingDays(3))]),
      recorded: instant("2026-03-04 12:00"))
    var story = Scenario(rules: rules)
    story.accept(at: accepted)
    #expect(try story.report(at: "2026-03-04 15:00").lastDay(.collect) == lastDay)
  }

  @Test(
    "an edition holds from its day on, and the first one also before it",
    arguments: [
      ("2017-01-03 08:00", "2017-01-04"), ("2026-03-03 23:59", "2026-03-04"), ("2026-03-04 00:00", "2026-03-09"),
    ])
  func editions(_ accepted: String, _ lastDay: String) throws {
    var rules = SampleRules.rules
    rules.policies = Versions(
      SampleRules.policy(editions: [
        SampleRules.edition(from: day("2026-03-04"), sameDistrict: .workingDays(3)), SampleRules.edition(),
      ]))
    var story = Scenario(rules: rules)
    story.accept(at: accepted)
    #expect(try story.report(at: "2026-03-04 15:00").lastDay(.collect) == lastDay)
  }

  @Test("an override stands in for the procedure's term")
  func override() throws {
    var rules = SampleRules.rules
    rules.policies = Versions(SampleRules.policy(editions: [SampleRules.edition(override: .workingDays(1))]))
    var story = Scenario(rules: rules)
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    #expect(try story.report(at: "2026-03-02 12:00").lastDay(.process) == "2026-03-03")
  }

  @Test("a dossier of a procedure that the registry learns later gets its clock then")
  func procedureLearnt() throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004222")
    #expect(try story.report(at: "2026-03-02 12:00").deadlines.isEmpty)
    story.rules.registries.append(
      SampleRules.registry(adding: ["1.004222": .workingDays(7)]), recorded: instant("2026-03-03 08:00"))
    #expect(try story.report(at: "2026-03-03 12:00").lastDay(.process) == "2026-03-11")
  }

  @Test("a note that waited for its agency to be known is judged by the registry that knows it")
  func agencyLearnt() throws {
    let known = SampleRules.registry
    let before = Registry(
      agencies: known.agencies.filter { $0.key != code("H18.201") }, procedures: known.procedures,
      offices: known.offices, districts: known.districts)
    var story = Scenario(
      rules: Rules(calendar: SampleRules.calendar, policy: SampleRules.policy, registry: before))
    story.rules.registries = Versions(
      Registry(
        agencies: before.agencies.merging([
          code("H18.101"): Agency(name: "UBND Phường Điện Biên Phủ", level: .commune)
        ]) { $1 }, procedures: known.procedures, offices: known.offices, districts: known.districts))
    story.rules.registries.append(known, recorded: instant("2026-03-06 08:00"))
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.note(.resultReady, at: "2026-03-05 09:00", agency: "H18.201")
    let report = try story.report(at: "2026-03-06 12:00")
    #expect(report.stage == .decided && report.anomalies.isEmpty)
  }
}
