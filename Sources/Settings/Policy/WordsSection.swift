import Dossiers

/// What starts, meets, cancels, pauses, resumes and restarts a clock; where none of it is said, the usual words count.
enum WordsSection {
  private static let keys = [
    "starts", "meets", "meets-with-slip", "cancels", "pauses", "resumes", "restarts", "mutes",
  ]

  static func read(_ section: Section, _ clock: ClockKind) -> ClockWords {
    let written = Set(section.keys.map(\.text)).intersection(keys)
    let moments = { (key: String) in read(section, key, clock) }
    let words = ClockWords(
      starts: moments("starts"), meets: moments("meets"),
      meetsWithSlip: written.contains("meets-with-slip") ? moments("meets-with-slip") : nil,
      cancels: moments("cancels"), pauses: moments("pauses"), resumes: moments("resumes"),
      restarts: moments("restarts"), mutes: moments("mutes"))
    guard !written.isEmpty else { return clock.usualWords }
    for key in ["starts", "meets"] where section.list(key).isEmpty {
      section.problems.error(
        section.place, expected: "'\(key)', as other words of the clock are given",
        found: written.contains(key) ? "an empty list" : "no such key",
        advice: "name a word there, or leave out all of \(keys.joined(separator: ", "))")
    }
    return words
  }

  private static func read(_ section: Section, _ key: String, _ clock: ClockKind) -> Moments {
    Moments(
      of: section.list(key).compactMap { written -> Moment? in
        let known = clock.vocabulary.all.map(\.name)
        if let moment = Moment(name: written.text), clock.vocabulary.has(moment) { return moment }
        written.refuse(
          "one of \(known.joined(separator: ", "))", advice: Nearest.advice(for: written.text, among: known))
        return nil
      })
  }
}
