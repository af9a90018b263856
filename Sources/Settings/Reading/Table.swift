/// A CSV file with a header, its columns known by name.
struct Table {
  let rows: [Row]

  /// The table at `path` with exactly `columns`, and perhaps some of the `optional` ones, in any order; empty once it is
  /// reported why there is none.
  init(_ path: String, columns: [String], optional: [String] = [], namedAt place: Place, _ problems: Problems) {
    guard let text = TextFile.read(path, namedAt: place, problems) else {
      rows = []
      return
    }
    var parser = CSVParser(text, file: path, problems)
    let lines = parser.rows()
    guard let header = lines.first else {
      problems.error(
        Place(file: path, line: 1), expected: "a header with the columns \(columns.joined(separator: ","))",
        found: "an empty file", advice: "write the header")
      rows = []
      return
    }
    guard Table.check(header.fields, columns, optional, path, problems) else {
      rows = []
      return
    }
    rows = lines.dropFirst().compactMap { line in
      guard line.fields.count == header.fields.count else {
        problems.error(
          Place(file: path, line: line.line), expected: "\(header.fields.count) fields", found: "\(line.fields.count)",
          advice: "add or remove commas, or quote a field that holds one")
        return nil
      }
      let fields = Dictionary(zip(header.fields.map(\.text), line.fields)) { first, _ in first }
      return Row(place: Place(file: path, line: line.line), fields: fields, problems: problems)
    }
  }

  private static func check(
    _ header: [Written], _ columns: [String], _ optional: [String], _ path: String, _ problems: Problems
  ) -> Bool {
    let before = problems.errors.count
    var seen: Set<String> = []
    for column in header {
      if !(columns + optional).contains(column.text) {
        column.refuse("a known column", advice: Nearest.advice(for: column.text, among: columns + optional))
      } else if !seen.insert(column.text).inserted {
        column.refuse("each column once", found: "'\(column.text)' again", advice: "remove one")
      }
    }
    for column in columns where !seen.contains(column) {
      problems.error(
        Place(file: path, line: header.first?.place.line), expected: "a column '\(column)'", found: "none",
        advice: "add it to the header")
    }
    return problems.errors.count == before
  }

  /// What the rows say, by key; a key that comes twice is reported, and the first one stays.
  func keyed<Key: Hashable, Value>(by column: String, _ entry: (Row) -> (Key, Value)?) -> [Key: Value] {
    var values: [Key: Value] = [:]
    var places: [Key: Place] = [:]
    for row in rows {
      guard let (key, value) = entry(row) else { continue }
      if let first = places[key] {
        row[column].refuse(
          "each '\(column)' once", found: "\(row[column].text) again, as in \(first.short)", advice: "remove one")
      } else {
        places[key] = row[column].place
        values[key] = value
      }
    }
    return values
  }
}

/// One row of a table.
struct Row {
  let place: Place
  let fields: [String: Written]
  let problems: Problems

  /// The field in `column`; empty where the table has no such column.
  subscript(column: String) -> Written {
    fields[column] ?? Written(text: "", place: place, problems: problems)
  }
}
