import Foundation

/// All figures, for people and for programs.
struct Report {
  private let figures: [Figure]

  init(_ figures: [Figure]) {
    self.figures = figures
  }

  /// Prints the table and writes the lines of JSON to the file at `path`.
  func write(to path: String) throws {
    let lines = figures.map { $0.json + "\n" }.joined()
    try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
    print(table)
  }

  private var table: String {
    let rows =
      [["figure", "value", "unit", "to reach", "reached"]]
      + figures.map { figure in
        let (goal, isReached) = figure.verdict
        return [figure.name, String(format: "%.2f", figure.value), figure.unit, goal, isReached]
      }
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        return column == 1 ? gap + cell : cell + gap
      }
      return cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
