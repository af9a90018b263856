import Dossiers

/// `targets.csv`, which may be left out: what share of the procedures the post shall serve.
struct TargetTable {
  let targets: [AdoptionTarget]

  /// The table at `path`, or the one beside the settings where none is named.
  init(_ path: Written?, folder: String, _ section: Section) {
    let usual = TextFile.resolve("targets.csv", in: folder)
    guard path != nil || TextFile.isThere(usual) else {
      targets = []
      return
    }
    let table = Table(
      path?.text ?? usual, columns: ["level", "from", "to", "share", "source"],
      namedAt: path?.place ?? section.place, section.problems)
    var places: [(target: AdoptionTarget, place: Place)] = []
    for row in table.rows {
      guard let target = TargetTable.target(row) else { continue }
      if let first = places.first(where: { $0.target.contradicts(target) }) {
        row["from"].refuse(
          "targets of level \(target.level.rawValue) that do not overlap",
          found: "\(row["from"].text), when the one in \(first.place.short) holds as well",
          advice: "end the earlier one the day before")
      }
      places.append((target, row.place))
    }
    targets = places.map(\.target)
  }

  private static func target(_ row: Row) -> AdoptionTarget? {
    let level = row["level"].choice(Agency.Level.self)
    let first = row["from"].date()
    let days = row["from"].isEmpty ? nil : first.flatMap { _ in row.days("from", "to") }
    let share = Share(percent: row["share"].text)
    if share == nil {
      row["share"].refuse("a share from 0 to 100 per cent such as 70 or 72.5", advice: "write the number alone")
    }
    let source = row["source"].words("the plan that sets the target")
    guard let level, let days, let share, let source else { return nil }
    return AdoptionTarget(level: level, days: days, share: share, source: source)
  }
}

extension AdoptionTarget {
  fileprivate func contradicts(_ other: AdoptionTarget) -> Bool { level == other.level && days.overlaps(other.days) }
}
