import Dossiers

/// The policy: editions of the rules for all clocks.
enum PolicyFile {
  /// The policy at `path`, or nil once it is reported why there is none.
  static func read(_ path: Written, codes: KnownCodes) -> Policy? {
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
    return Policy(editions: nodes.compactMap { edition(Section($0, path.problems), codes, &seen) })
  }

  private static func edition(
    _ section: Section, _ codes: KnownCodes, _ seen: inout [LocalDate: Place]
  ) -> Policy.Edition? {
    defer { section.finish() }
    let from = section.required("from", "the first day on which the edition holds")
    let date = from?.date()
    if let from, let date, let first = seen.updateValue(from.place, forKey: date) {
      from.refuse(
        "each edition on a day of its own", found: "\(date) again, as in \(first.short)", advice: "change one")
    }
    let keys = Set(section.keys.map(\.text))
    var clocks: [ClockKind: ClockRule] = [:]
    for clock in ClockKind.allCases {
      let read = { (section: Section) in ClockSection.read(section, clock, codes) }
      if let what = needed[clock] {
        clocks[clock] = section.requiredSection(clock.rawValue, what, read)
      } else if keys.contains(clock.rawValue) {
        clocks[clock] = section.section(clock.rawValue, read)
      }
    }
    let reasons = section.list("pausing-reasons").compactMap { $0.choice(Reason.self) }
    guard let date, needed.keys.allSatisfy({ clocks[$0] != nil }) else { return nil }
    return Policy.Edition(from: date, clocks: clocks, pausingReasons: Set(reasons))
  }

  /// The clocks that no edition goes without, each with what it is.
  private static let needed: [ClockKind: String] = [
    .collect: "the term of the collection leg", .return: "the term of the return leg",
    .process: "the agency's own time",
  ]
}
