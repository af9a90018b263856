/// A file of CSV, a row a line; lines that begin with `#` are comments.
struct CSVLines {
  /// All lines, without their ends.
  private(set) var lines: [String] = []
  /// The header's columns.
  private(set) var columns: [String] = []
  /// The line of the header, from 1.
  private(set) var headerLine = 0
  /// The rows with their places among `lines`.
  private(set) var rows: [(place: Int, fields: [String])] = []

  init(_ path: String) throws(CommandError) {
    var input = try InputLines(path)
    while let portion = try input.next() {
      for line in portion {
        // Blank lines are left out by the reader: their places stay.
        while lines.count < line.number - 1 { lines.append("") }
        try add(line, of: path)
      }
    }
    guard headerLine > 0 else { throw .wrongLine(path: path, line: 1, problem: "expected a header, found none") }
  }

  private mutating func add(_ line: InputLines.Line, of path: String) throws(CommandError) {
    var bytes = line.bytes[...]
    // What spreadsheets put before the first line, and before the end of each.
    if line.number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
    lines.append(String(decoding: bytes, as: UTF8.self))
    guard !bytes.isEmpty, bytes.first != UInt8(ascii: "#") else { return }
    guard let fields = CSVRow.fields(Array(bytes)) else {
      throw .wrongLine(
        path: path, line: line.number,
        problem: "expected a row a line, quotes around whole fields, and those in them doubled; correct it")
    }
    guard headerLine > 0 else {
      headerLine = line.number
      columns = fields
      guard Set(columns).count == columns.count else {
        throw .wrongLine(path: path, line: line.number, problem: "expected each column once; remove one")
      }
      return
    }
    guard fields.count == columns.count else {
      throw .wrongLine(
        path: path, line: line.number,
        problem: "expected \(columns.count) fields, found \(fields.count); add or remove commas")
    }
    rows.append((lines.count - 1, fields))
  }

  /// A field as it is written.
  static func quoted(_ field: String) -> String {
    let needsQuotes = field.contains { $0 == "," || $0 == "\"" } || field.hasPrefix("#")
    return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
  }
}
