import Dossiers
import TestSupport
import Testing

struct WarningTests {
  @Test(
    "a warning comes at the opening of the working day two before the last one, never before the start",
    arguments: [
      ("1.004884", "2026-03-02 16:00", "2026-03-05 07:30"), ("1.004884", "2026-02-12 10:00", "2026-02-24 07:30"),
      ("1.004873", "2026-03-02 16:00", "2026-03-03 07:30"), ("1.001193", "2026-03-02 10:00", "2026-03-02 10:00"),
      ("2.000488", "2026-03-02 10:00", "2026-03-10 07:30"),
    ])
  func warningInstant(_ procedure: String, _ received: String, _ warn: String) throws {
    var story = Scenario()
    story.received(at: received, procedure: procedure)
    #expect(try story.report(at: received).deadline(.process)?.warn == instant(warn))
  }

  @Test(
    "a term of three days or less has no warning mail of its own",
    arguments: [
      ("1.001193", false), ("1.004873", false), ("1.004884", true), ("2.000488", true),
    ])
  func mail(_ procedure: String, _ mails: Bool) throws {
    var story = Scenario()
    story.received(at: "2026-03-02 10:00", procedure: procedure)
    #expect(try story.report(at: "2026-03-02 12:00").deadline(.process)?.mailsWarning == mails)
  }

  @Test("a deadline has one alert: first a warning, then a breach, and each changes at an instant known before")
  func oneAlert() throws {
    var story = Scenario()
    story.received(at: "2026-03-02 10:00", procedure: "1.004884")
    for (now, lines) in [
      ("2026-03-05T07:29:59+07:00", []), ("2026-03-05 07:30", ["process warning 1 firing"]),
      ("2026-03-09T23:59:59+07:00", ["process warning 1 firing"]), ("2026-03-10 00:00", ["process breach 1 firing"]),
    ] {
      #expect(try story.report(at: now).alertLines == lines)
    }
    let deadline = try #require(try story.report(at: "2026-03-02 12:00").deadline(.process))
    #expect(deadline.nextChange(after: instant("2026-03-02 12:00")) == instant("2026-03-05 07:30"))
    #expect(deadline.nextChange(after: instant("2026-03-05 07:30")) == instant("2026-03-10 00:00"))
    #expect(deadline.nextChange(after: instant("2026-03-10 00:00")) == nil)
  }

  @Test("a term in hours is met at its due instant and missed just after it")
  func hours() throws {
    var rules = SampleRules.rules
    rules.policies = Versions(
      SampleRules.policy(editions: [SampleRules.edition(sameDistrict: .workingHours(seconds: 4 * 3600))]))
    var story = Scenario(rules: rules)
    story.accept(at: "2026-03-02 07:30")
    let open = try story.report(at: "2026-03-02 11:30")
    #expect(open.state(.collect) == .open && open.lastDay(.collect) == nil)
    #expect(open.deadline(.collect)?.warn == instant("2026-03-02 10:30"))
    #expect(open.deadline(.collect)?.mailsWarning == true)
    #expect(try story.report(at: "2026-03-02T11:30:00.000001+07:00").state(.collect) == .breached)
    story.scan(.delivered, at: "2026-03-02 11:30")
    #expect(try story.report(at: "2026-03-02 12:00").state(.collect) == .met)
  }

  @Test(
    "absurd warning rules give an instant or none, and never stop the count",
    arguments: [
      Policy.Warning(workingDaysBefore: .max, secondsBefore: .min, mailAboveDays: .max),
      Policy.Warning(workingDaysBefore: .min, secondsBefore: .max, mailAboveDays: .min),
      Policy.Warning(workingDaysBefore: nil),
    ])
  func absurd(_ warning: Policy.Warning) throws {
    for term: Allowance in [.workingDays(1), .workingHours(seconds: 3600), .days(millionths: .max)] {
      var rules = SampleRules.rules
      rules.policies = Versions(
        SampleRules.policy(editions: [SampleRules.edition(sameDistrict: term, warning: warning)]))
      var story = Scenario(rules: rules)
      story.accept(at: "2026-03-02 07:30")
      #expect(try story.report(at: "2026-03-02 11:30").deadlines.count == 1)
    }
  }
}
