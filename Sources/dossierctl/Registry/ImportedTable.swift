/// The rows of a file to import.
struct ImportedTable {
  /// One row.
  struct Row {
    let key: String
    let values: [String: String]
  }

  let path: String
  let kind: RegistryTable.Kind
  let columns: [String]
  let headerLine: Int
  let rows: [Row]

  /// Reads the file at `path`, whose header says which of `kinds` it is.
  init(_ path: String, as kinds: [RegistryTable.Kind]) throws(CommandError) {
    let read = try CSVLines(path)
    let found = kinds.count == 1 ? kinds.first : kinds.first { $0.mark.isSubset(of: read.columns) }
    guard let kind = found else {
      throw .wrongLine(
        path: path, line: read.headerLine,
        problem: "expected the columns of one of \(kinds.map(\.fileName).joined(separator: ", ")), found "
          + read.columns.joined(separator: ","))
    }
    guard let place = read.columns.firstIndex(of: kind.key) else {
      throw .wrongLine(path: path, line: read.headerLine, problem: "expected a column '\(kind.key)', found none")
    }
    var rows: [Row] = []
    var seen: Set<String> = []
    for row in read.rows {
      let key = row.fields[place]
      guard !key.isEmpty, seen.insert(key).inserted else {
        throw .wrongLine(
          path: path, line: row.place + 1,
          problem: "expected each '\(kind.key)' once and none empty, found '\(key)'; remove or correct the row")
      }
      rows.append(Row(key: key, values: Dictionary(zip(read.columns, row.fields)) { first, _ in first }))
    }
    self.path = path
    self.kind = kind
    columns = read.columns
    headerLine = read.headerLine
    self.rows = rows
  }
}
