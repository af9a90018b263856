import Dossiers

/// The term of a postal leg: a time for each class of way, another one where the slip must be brought back.
enum LegSection {
  static func read(_ section: Section) -> Policy.LegRule {
    var plain: [RouteClass: Allowance] = [:]
    var withSlip: [RouteClass: Allowance] = [:]
    var seen = (ways: 0, slips: 0)
    section.requiredSection("terms", "a time for each class of way") { terms in
      for way in RouteClass.allCases {
        terms.requiredSection(way.rawValue, "the time of this class of way") { term in
          plain[way] = term.required("plain", "a time such as '2 working-days'")?.allowance()
          let slip = term["with-slip"]
          withSlip[way] = slip?.allowance()
          seen = (seen.ways + 1, seen.slips + (slip == nil ? 0 : 1))
        }
      }
    }
    if seen.slips > 0, seen.slips < seen.ways {
      section.problems.error(
        section.place, expected: "'with-slip' for every class of way, or for none",
        found: "it for \(seen.slips) of \(seen.ways)", advice: "add the others")
    }
    return Policy.LegRule(
      plain: plain, withSlip: withSlip, warning: section.section("warning", WarningSection.read),
      law: section["law"]?.text)
  }
}

/// When a deadline is near; a section left out means no warning for terms in hours, and two days' for those in days.
enum WarningSection {
  static func read(_ section: Section) -> Policy.Warning {
    Policy.Warning(
      workingDaysBefore: section["working-days-before"]?.integer(0...365) ?? 2,
      secondsBefore: section["before"]?.plainSeconds(),
      mailAboveDays: section["mail-above-days"]?.integer(0...3650) ?? 3)
  }
}
