import Dossiers

/// The events of a file of JSON lines or of CSV, each as the body of a message.
///
/// A file is CSV where its name ends in `.csv` or its first line names the columns `id` and `source`.
struct EventLines: ~Copyable {
  /// What stands in one line.
  struct Entry {
    /// The line's number, from 1.
    let number: Int
    /// The event as JSON, or why the line holds none.
    let body: Result<[UInt8], Refusal>
  }

  /// The path as given.
  var path: String { lines.path }

  private var lines: InputLines
  private var columns: CSVColumns?
  private var hasBegun = false

  init(_ path: String) throws(CommandError) {
    lines = try InputLines(path)
  }

  /// The next entries, as many as one read brings; nil at the end.
  mutating func next() throws(CommandError) -> [Entry]? {
    guard var batch = try lines.next() else { return nil }
    if !hasBegun, let first = batch.first {
      hasBegun = true
      columns = try header(first)
      if columns != nil { batch.removeFirst() }
    }
    return batch.map { line in
      guard let columns else { return Entry(number: line.number, body: .success(line.bytes)) }
      return Entry(number: line.number, body: Result { () throws(Refusal) in try columns.event(line.bytes) })
    }
  }

  /// The columns, where the first line is a header of them.
  private func header(_ line: InputLines.Line) throws(CommandError) -> CSVColumns? {
    let names = CSVRow.fields(line.bytes) ?? []
    guard path.hasSuffix(".csv") || (names.contains("id") && names.contains("source")) else { return nil }
    do {
      return try CSVColumns(names)
    } catch {
      throw .wrongLine(path: path, line: line.number, problem: error.detail)
    }
  }
}
