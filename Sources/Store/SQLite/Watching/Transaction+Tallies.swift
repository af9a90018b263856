import Dossiers
import GRDB

extension Transaction {
  /// How many days a list is compared with what still comes: what is older would not be taken any more.
  private static let comparedDays = 60

  /// Raises and resolves that the hand-over list of an office differs from its scans, once the log was read as far as
  /// that needs; looks at `limit` events of it at most.
  func compareTallies(limit: Int, _ working: inout Working) throws -> TallyComparison {
    guard let wait = working.telling.routing.tallyAfter else {
      return TallyComparison(isNews: try settle([], of: nil, working), isDone: true)
    }
    let first = LocalDate(now).adding(-Transaction.comparedDays)
    guard try working.tallies.keep(from: first, limit: limit, db) else {
      return TallyComparison(isNews: false, isDone: false)
    }
    let watched = working.telling.since.map { LocalDate($0) }
    let days = Set(
      (working.tallies.book?.days ?? []).filter { $0.end.advanced(by: wait) <= now && $0 >= watched ?? $0 })
    guard try working.tallies.count(days, limit: limit, db) else {
      return TallyComparison(isNews: false, isDone: false)
    }
    guard let lists = working.tallies.compare(days) else { return TallyComparison(isNews: false, isDone: true) }
    let offices = working.rules.registries.latest.offices
    return TallyComparison(
      isNews: try settle(lists.filter { offices[$0.office] != nil }, of: wait, working), isDone: true)
  }

  /// Brings the alerts in line with `lists`; says whether there is news.
  private func settle(_ lists: [TalliedDay], of wait: Span?, _ working: Working) throws -> Bool {
    let standing = try standingSubjects(.tallyDiffers)
    var isNews = false
    var over = standing
    for list in lists.sorted(by: { ($0.date, $0.office) < ($1.date, $1.office) }) {
      let subject = TallySubject(list)
      guard list.differs || standing.contains(subject.text) else { continue }
      over.remove(subject.text)
      try keep(list, of: subject)
      let since = list.differs ? wait.map { list.date.end.advanced(by: $0) } : nil
      isNews = try setStanding(.tallyDiffers, subject.text, since: since, working) || isNews
    }
    // Taken back, or too old for anything that would still come.
    for subject in over.sorted() {
      isNews = try setStanding(.tallyDiffers, subject, since: nil, over: .cancelled, working) || isNews
    }
    return isNews
  }

  /// Keeps the numbers by which people are told.
  private func keep(_ list: TalliedDay, of subject: TallySubject) throws {
    try db.run(
      """
      INSERT INTO compared_tallies
        (subject, listed_accepted, listed_delivered, scanned_accepted, scanned_delivered) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (subject) DO UPDATE SET listed_accepted = excluded.listed_accepted,
        listed_delivered = excluded.listed_delivered, scanned_accepted = excluded.scanned_accepted,
        scanned_delivered = excluded.scanned_delivered
      """,
      [
        subject.text, list.listed.accepted, list.listed.delivered, list.scanned.accepted, list.scanned.delivered,
      ])
  }
}
