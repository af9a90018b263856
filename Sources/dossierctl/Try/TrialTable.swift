import Dossiers
import Store

/// The deadlines that other rules would change, as they are found.
struct TrialTable: ~Copyable {
  private let isJSON: Bool
  private let now: Instant
  private var output = Output()
  private var table = Table("dossiers", "item", "clock", "round", "due", "state", "would be due", "would be")
  private var counts = (changed: 0, breached: 0)

  init(isJSON: Bool, now: Instant) {
    self.isJSON = isJSON
    self.now = now
  }

  mutating func add(_ change: DueChange) throws {
    counts.changed += 1
    if change.after?.state(at: now) == .breached, change.before?.state(at: now) != .breached { counts.breached += 1 }
    let line = Line(change, now)
    if isJSON {
      try output.json(line)
    } else {
      table.add(
        line.dossiers.joined(separator: " "), line.item ?? "", line.clock, "\(line.round)", line.before?.last ?? "",
        line.before?.state ?? "", line.after?.last ?? "", line.after?.state ?? "")
    }
  }

  mutating func finish() throws {
    if !isJSON {
      if counts.changed > 0 { try output.table(table) }
      try output.sentence("\(counts.changed) deadlines would change, \(counts.breached) of them into a breach")
    }
    try output.flush()
  }

  private struct Line: Encodable {
    struct Side: Encodable {
      let due: String?
      let last_day: String?
      let state: String

      /// The last day of a term in days, else the due instant.
      var last: String { last_day ?? due ?? "" }

      init(_ deadline: Deadline, _ now: Instant) {
        due = deadline.dueDate.due?.rfc3339
        last_day = deadline.dueDate.lastDay?.description
        state = deadline.state(at: now).rawValue
      }
    }

    let dossiers: [String]
    let item: String?
    let clock: String
    let round: Int
    let before: Side?
    let after: Side?

    init(_ change: DueChange, _ now: Instant) {
      dossiers = change.dossiers.map(\.text)
      item = change.item?.text
      clock = (change.before ?? change.after)?.clock.rawValue ?? ""
      round = (change.before ?? change.after)?.round ?? 0
      before = change.before.map { Side($0, now) }
      after = change.after.map { Side($0, now) }
    }
  }
}
