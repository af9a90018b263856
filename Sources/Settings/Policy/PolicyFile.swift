import Dossiers

/// The policy: editions of the rules for all clocks.
enum PolicyFile {
  /// The policy at `path`, or nil once it is reported why there is none.
  static func read(_ path: Written) -> Policy? {
    guard let root = YAMLFile.read(path.text, namedAt: path.place, path.problems) else { return nil }
    let section = Section(root, path.problems)
    defer { section.finish() }
    let nodes = section.nodes("editions")
    guard !nodes.isEmpty else {
      path.problems.error(
        root.place, expected: "'editions', a list with at least one edition", found: "none", advice: "add one")
      return nil
    }
    var seen: [LocalDate: Place] = [:]
    return Policy(editions: nodes.compactMap { edition(Section($0, path.problems), &seen) })
  }

  private static func edition(_ section: Section, _ seen: inout [LocalDate: Place]) -> Policy.Edition? {
    defer { section.finish() }
    let from = section.required("from", "the first day on which the edition holds")
    let date = from?.date()
    if let from, let date, let first = seen.updateValue(from.place, forKey: date) {
      from.refuse(
        "each edition on a day of its own", found: "\(date) again, as in \(first.short)", advice: "change one")
    }
    let collect = section.requiredSection("collect", "the term of the collection leg", LegSection.read)
    let back = section.requiredSection("return", "the term of the return leg", LegSection.read)
    let process = section.requiredSection("process", "the agency's own time", process)
    let reasons = section.list("pausing-reasons").compactMap { $0.choice(Reason.self) }
    guard let date, let collect, let back, let process else { return nil }
    return Policy.Edition(
      from: date, collect: collect, return: back, process: process, pausingReasons: Set(reasons))
  }

  private static func process(_ section: Section) -> Policy.ProcessRule {
    Policy.ProcessRule(
      sameDayCutOff: section["same-day-cut-off"]?.timeOfDay(), override: section["override"]?.allowance(),
      warning: section.section("warning", WarningSection.read), law: section["law"]?.text)
  }
}
