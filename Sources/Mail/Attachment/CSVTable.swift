/// A table as spreadsheets open it: RFC 4180 in UTF-8, with a byte order mark so that Excel takes it for what it is.
public struct CSVTable: Sendable, Hashable {
  /// The media type.
  public static let type = "text/csv"

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The file so far.
  public private(set) var bytes: [UInt8]

  /// A table with these words over its columns.
  public init(_ header: [String]) {
    bytes = CSVTable.mark
    add(header)
  }

  /// Adds a row.
  public mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(cell)
    }
    bytes += [13, 10]
  }

  /// Writes a cell; one that a spreadsheet would take for a formula is put behind an apostrophe, which makes it text.
  private mutating func write(_ cell: String) {
    let isFormula = cell.unicodeScalars.first.map { CSVTable.formulaSigns.contains($0) } ?? false
    let needsQuotes = cell.utf8.contains { [10, 13, UInt8(ascii: ","), UInt8(ascii: "\"")].contains($0) }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes += cell.utf8
    }
  }

  /// What makes a cell a formula at its beginning, also in the wide forms that some spreadsheets read as the plain ones.
  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
}
