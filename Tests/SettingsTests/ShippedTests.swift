import Dossiers
import Testing

@testable import Settings

@Suite("The shipped configuration") struct ShippedTests {
  @Test("loads without a mistake, and says what it assumes") func loads() throws {
    let settings = try Trial.shipped()
    #expect(settings.warnings.filter { $0.found.hasPrefix("assumption: ") }.count == 16)
    #expect(settings.warnings.contains { $0.found == "the days off of 2027 are an estimate" })
    #expect(settings.warnings.contains { $0.found == "12 of 12 lines have an address that is an example's" })
    #expect(settings.warnings.count == 18)
    #expect(settings.warnings.allSatisfy { $0.line != nil && $0.severity == .warning })
  }

  @Test("says in the file what the code has as defaults, but for a trial's word on senders") func defaults() throws {
    #expect(try !Trial.shipped().broker.requireUserID)
    let shipped = try Trial.shipped(["DOSSIERD_BROKER_REQUIRE_USER_ID": "true"])
    let bare = try Trial.load(replacing: ["dossierd.yaml": .whole("web:\n")])
    #expect(shipped.broker == bare.broker)
    #expect(shipped.store == bare.store)
    #expect(shipped.backup == bare.backup)
    #expect(shipped.backup.folder == "/var/lib/dossierd/backups")
    #expect(shipped.mail == bare.mail)
    #expect(shipped.web == bare.web)
    #expect(shipped.intake == bare.intake)
    #expect(shipped.alerts == bare.alerts)
    #expect(shipped.rules == bare.rules)
    #expect(shipped.routing == bare.routing)
    #expect(shipped.directory == bare.directory)
    #expect(shipped.register == bare.register)
  }

  @Test("holds all agencies, offices, procedures, districts and communes") func counts() throws {
    let settings = try Trial.shipped()
    #expect(settings.rules.registry.agencies.count == 221)
    #expect(settings.rules.registry.offices.count == 68)
    #expect(settings.rules.registry.procedures.count == 46)
    #expect(settings.rules.registry.districts.count == 10)
    #expect(settings.communes.before.count == 129)
    #expect(settings.communes.since.count == 45)
    #expect(settings.leads.byAgency.count == 221)
    #expect(settings.rules.calendar.specialDays.count == 162)
    #expect(settings.rules.calendar.estimatedYears == [2027])
    #expect(settings.rules.calendar.decreedUntil == LocalDate("2026-12-31"))
  }

  @Test("holds the facts of the field") func facts() throws {
    let settings = try Trial.shipped()
    let registry = settings.rules.registry
    let ward = try #require(AgencyCode("H18.101"))
    #expect(registry.agencies[ward]?.name == "UBND Phường Điện Biên Phủ")
    #expect(registry.agencies[ward]?.district == "094")
    #expect(registry.procedures[try #require(ProcedureCode("1.004873"))]?.term == .workingDays(3))
    #expect(registry.procedures[try #require(ProcedureCode("1.001193"))]?.isSameDay == true)
    #expect(registry.procedures[try #require(ProcedureCode("1.012812"))]?.term == .days(30))
    #expect(registry.agency(ward, standsFor: try #require(AgencyCode("000.02.31.H18"))))
    #expect(registry.offices.values.allSatisfy { $0.province == "H18" && !$0.isRemote })
    #expect(settings.communes.before["03142"]?.successor == "03127")
  }

  @Test("every commune of before has the one that took over") func successors() throws {
    let registry = try Trial.shipped().rules.registry
    let old = registry.agencies.values.filter { $0.level == .commune && $0.until != nil }
    #expect(old.count == 129)
    for agency in old {
      let successor = try #require(agency.successor.flatMap { registry.agencies[$0] })
      #expect(successor.until == nil && successor.level == .commune)
    }
  }

  @Test(
    "the policy sets the circular's time for each class of way",
    arguments: [
      ("381100", "380000", RouteClass.sameDistrict, 1, 2),
      ("382500", "380000", RouteClass.withinProvince, 2, 4),
    ])
  func route(from: String, to: String, way: RouteClass, days: Int, slip: Int) throws {
    let rules = try Trial.shipped().rules
    let start = try #require(OfficeCode(from))
    let end = try #require(OfficeCode(to))
    #expect(rules.registry.routeClass(from: start, to: end) == way)
    let edition = rules.policy.edition(on: LocalDate(Trial.now))
    #expect(edition[.collect]?.term.plain[way] == .workingDays(days))
    #expect(edition[.collect]?.term.withSlip[way] == .workingDays(slip))
    #expect(edition[.return]?.term.plain[way] == .workingDays(days))
    #expect(edition[.return]?.term.withSlip.isEmpty == true)
  }

  @Test("the policy has the cut-off, the reasons that pause, and the warnings") func policy() throws {
    let edition = try Trial.shipped().rules.policy.edition(on: LocalDate(Trial.now))
    #expect(edition[.process]?.counting.cutOff == Counting.CutOff(secondOfDay: 15 * 3600, onlySameDay: true))
    #expect(edition[.process]?.term == TermRule())
    #expect(edition.pausingReasons == [.forceMajeure, .laterDeliveryAsked, .pickupAsked, .identityNotShown])
    #expect(edition[.collect]?.warning == Policy.Warning(workingDaysBefore: 2, mailAboveDays: 3))
    #expect(edition[.collect]?.term.plain[.betweenProvinces] == .workingDays(4))
    #expect(edition[.collect]?.term.withSlip[.betweenProvinces] == .workingDays(8))
    #expect(edition[.collect]?.term.withSlip[.remote] == .workingDays(6))
    for clock in [ClockKind.process, .consult, .promise, .postResult] {
      #expect(
        edition[clock]?.escalation == [
          ClockRule.Escalation(after: .workingDays(1), to: .head),
          ClockRule.Escalation(after: .workingDays(5), to: .peoplesCommittee),
        ])
    }
    for clock in [ClockKind.collect, .return] {
      #expect(
        edition[clock]?.escalation == [
          ClockRule.Escalation(after: .workingDays(1), to: .provincialPost),
          ClockRule.Escalation(after: .workingDays(5), to: .peoplesCommittee),
        ])
    }
  }

  @Test("the policy watches every clock, driven by the words that count where none are written")
  func words() throws {
    let edition = try Trial.shipped().rules.policy.edition(on: LocalDate(Trial.now))
    for clock in ClockKind.allCases { #expect(edition[clock]?.words == clock.usualWords) }
    for clock in [ClockKind.supplement, .consult, .promise] {
      #expect(
        edition[clock]?.term == TermRule(untilGivenDate: true)
          && edition[clock]?.counting.dayOff == Counting.DayOff.none)
    }
    #expect(edition[.askSupplement]?.term.usual == .workingDays(3) && edition[.askSupplement]?.isOptional == true)
    #expect(edition[.move]?.warning.workingDaysBefore == nil && edition[.move]?.mails == false)
  }

  @Test("the calendar counts in the state's hours and swapped days") func calendar() throws {
    let calendar = WorkingCalendar(try Trial.shipped().rules.calendar)
    let swapped = try #require(LocalDate("2026-01-10"))
    #expect(calendar.isWorkingDay(swapped))
    #expect(!calendar.isWorkingDay(try #require(LocalDate("2026-02-17"))))
    let day = calendar.schedule(of: nil).stretches(on: swapped).map { [$0.from, $0.until] }
    #expect(day == [[27_000, 41_400], [48_600, 61_200]])
  }

  @Test("mails go to the agency that took over, and to the operator where nobody is named") func leads() throws {
    let settings = try Trial.shipped()
    let old = try #require(AgencyCode("000.02.31.H18"))
    let now = settings.leads.lead(of: old, on: LocalDate(Trial.now), in: settings.rules.registry)
    #expect(now.address == "mot-cua.h18.101@dienbien.example.org")
    #expect(now.name == "Bộ phận Một cửa UBND Phường Điện Biên Phủ")
    let then = settings.leads.lead(of: old, on: try #require(LocalDate("2025-06-30")), in: settings.rules.registry)
    #expect(then.address == "mot-cua.000.02.31.h18@dienbien.example.org")
    let stranger = try #require(AgencyCode("H01.1"))
    #expect(settings.leads.lead(of: stranger) == settings.leads.operator)
    #expect(settings.leads.byAgency.values.allSatisfy { $0.address.hasSuffix("@dienbien.example.org") })
  }
}
