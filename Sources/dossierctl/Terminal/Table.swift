import Daemon

/// Columns for people, each as wide as its widest cell.
struct Table {
  private var rows: [[String]]

  /// A table with these words over its columns.
  init(_ header: String...) {
    rows = [header.map { $0.uppercased() }]
  }

  /// Adds a row; what stands in it is made safe to show.
  mutating func add(_ cells: String...) { add(cells) }

  /// Adds a row; what stands in it is made safe to show.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map { $0.isEmpty ? "-" : $0.escapingControls })
  }

  /// The rows below their header.
  var lines: [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.reduce(0) { max($0, column < $1.count ? $1[column].count : 0) }
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
      return cells.joined(separator: "  ").trimmingTrailingBlanks
    }
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
