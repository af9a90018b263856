import Dossiers

/// The rule of one clock.
enum ClockSection {
  static func read(_ section: Section, _ clock: ClockKind, _ codes: KnownCodes) -> ClockRule {
    ClockRule(
      words: WordsSection.read(section, clock), term: TermSection.read(section, clock, codes),
      counting: CountingSection.read(section), isOptional: section["optional"]?.boolean() ?? false,
      mails: section["mails"]?.boolean() ?? true, warning: section.section("warning", WarningSection.read),
      escalation: section.nodes("escalation").compactMap { escalation(Section($0, section.problems), codes) },
      law: section["law"]?.text)
  }

  private static func escalation(_ section: Section, _ codes: KnownCodes) -> ClockRule.Escalation? {
    defer { section.finish() }
    let after = section.required("after", "the time since the breach, such as '1 working-day'")?.allowance()
    let audience = section.required("to", "whom to tell")?.audience(
      among: [.head, .provincialPost, .peoplesCommittee, .operator], and: codes.receivers)
    guard let after, let audience else { return nil }
    return ClockRule.Escalation(after: after, to: audience)
  }
}

/// When a deadline is near; a section left out means no warning for terms in hours, and two days' for those in days.
enum WarningSection {
  static func read(_ section: Section) -> Policy.Warning {
    Policy.Warning(
      workingDaysBefore: points("working-days-before", in: section) { $0.integer(0...365) } ?? [2],
      secondsBefore: points("before", in: section) { $0.plainSeconds() } ?? [],
      mailAboveDays: section["mail-above-days"]?.integer(0...3650) ?? 3)
  }

  /// The warning points at `key`: one, a list of several, or none; nil where the key is left out.
  private static func points<Value: Hashable>(
    _ key: String, in section: Section, _ read: (Written) -> Value?
  ) -> [Value]? {
    guard let written = section.some(key) else { return nil }
    if written.count == 1, written[0].text == "none" { return [] }
    var seen: Set<Value> = []
    for point in written {
      guard let value = read(point) else { continue }
      if !seen.insert(value).inserted {
        point.refuse("each point once", found: "'\(point.text)' again", advice: "remove one")
      }
    }
    return Array(seen)
  }
}

/// How the days of a term are counted: the Civil Code's way, where nothing is said.
enum CountingSection {
  static func read(_ section: Section) -> Counting {
    let always = section["cut-off"]
    let sameDay = section["same-day-cut-off"]
    if let always, let sameDay {
      sameDay.refuse(
        "one cut-off", found: "another one in \(always.place.short)", advice: "keep 'cut-off', which moves every term")
    }
    let cutOff = (always ?? sameDay)?.timeOfDay().map {
      Counting.CutOff(secondOfDay: $0, onlySameDay: always == nil)
    }
    return Counting(
      cutOff: cutOff, countsFirstDay: section["count-first-day"]?.boolean() ?? false,
      dayOff: section["day-off"]?.choice(Counting.DayOff.self) ?? .next)
  }
}
