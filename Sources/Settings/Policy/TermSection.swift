import Dossiers

/// How long a clock runs: one term, a term for each class of way, until a date that was given, and exceptions.
enum TermSection {
  static func read(_ section: Section, _ clock: ClockKind, _ codes: KnownCodes) -> TermRule {
    let term = section["term"]
    let override = section["override"]
    var rule = TermRule(
      usual: term?.allowance(), untilGivenDate: givenDate(section),
      exceptions: section.nodes("exceptions").compactMap { exception(Section($0, section.problems), clock, codes) },
      override: override?.allowance())
    let isNeeded = clock.isOfShipment && term == nil && override == nil
    if isNeeded {
      section.requiredSection("terms", "a time for each class of way") { ways($0, &rule) }
    } else if clock.isOfShipment {
      section.section("terms") { if !$0.keys.isEmpty { ways($0, &rule) } }
    } else if clock != .process, term == nil, override == nil, !rule.untilGivenDate {
      section.problems.error(
        section.place, expected: "'term', a time such as '3 working-days', or 'until: given-date'", found: "neither",
        advice: "add one")
    }
    return rule
  }

  private static func ways(_ terms: Section, _ rule: inout TermRule) {
    var seen = (ways: 0, slips: 0)
    for way in RouteClass.allCases {
      terms.requiredSection(way.rawValue, "the time of this class of way") { term in
        rule.plain[way] = term.required("plain", "a time such as '2 working-days'")?.allowance()
        let slip = term["with-slip"]
        rule.withSlip[way] = slip?.allowance()
        seen = (seen.ways + 1, seen.slips + (slip == nil ? 0 : 1))
      }
    }
    if seen.slips > 0, seen.slips < seen.ways {
      terms.problems.error(
        terms.place, expected: "'with-slip' for every class of way, or for none",
        found: "it for \(seen.slips) of \(seen.ways)", advice: "add the others")
    }
  }

  private static func givenDate(_ section: Section) -> Bool {
    guard let until = section["until"] else { return false }
    if until.text != "given-date" {
      until.refuse("'given-date', the date that the note gives", advice: "write that, or a 'term'")
    }
    return true
  }

  private static func exception(
    _ section: Section, _ clock: ClockKind, _ codes: KnownCodes
  ) -> TermRule.Exception? {
    defer { section.finish() }
    let procedure = section["procedure"]?.procedure(among: codes)
    let agency = section["agency"]?.agency(among: codes)
    let papers = clock.isOfShipment ? section["papers"]?.papers() : nil
    let route = clock.isOfShipment ? section["route"]?.choice(RouteClass.self) : nil
    let law = section["law"]?.text
    return section.required("term", "a time such as '2 working-days'")?.allowance().map {
      TermRule.Exception(
        procedure: procedure, agency: agency, papers: papers, route: route, term: $0, law: law)
    }
  }
}

extension Written {
  /// What papers an envelope carries, by the name in the contract.
  fileprivate func papers() -> Papers? {
    if let papers = Papers(name: text) { return papers }
    let known = Papers.allCases.map(\.name)
    refuse("one of \(known.joined(separator: ", "))", advice: Nearest.advice(for: text, among: known))
    return nil
  }
}
