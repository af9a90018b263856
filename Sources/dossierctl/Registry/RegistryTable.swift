import Foundation

/// A table of the registry's folder as it stands in its file, line by line, so that comments and order stay.
struct RegistryTable {
  /// The tables that are imported.
  enum Kind: String, CaseIterable {
    case offices = "post-offices.csv"
    case districts = "districts.csv"
    case communes = "communes-since-2025-07.csv"
    case formerCommunes = "communes-until-2025-06.csv"
    case mergers = "communes-old-to-new.csv"
    case agencies = "agencies.csv"
    case procedures = "procedures.csv"

    /// Those that are places.
    static let places: [Kind] = [.districts, .communes, .formerCommunes, .mergers]

    var fileName: String { rawValue }

    /// The column that a row is known by.
    var key: String { self == .mergers ? "old" : "code" }

    /// Which columns tell this table from others.
    var mark: Set<String> {
      switch self {
      case .offices: ["province", "remote"]
      case .districts: ["communes"]
      case .communes: ["area_km2"]
      case .formerCommunes: ["district", "type"]
      case .mergers: ["old", "new"]
      case .agencies: ["level"]
      case .procedures: ["days"]
      }
    }
  }

  /// One row that is added or changed.
  struct Change: Encodable {
    /// A column's value before and after.
    struct Field: Encodable {
      let column: String
      let before: String
      let after: String
    }

    let table: String
    let code: String
    /// `added` or `changed`.
    let change: String
    let fields: [Field]

    /// What a person reads.
    var words: String {
      fields.map { change == "added" ? $0.after : "\($0.column): \($0.before) → \($0.after)" }.joined(separator: ", ")
    }
  }

  let kind: Kind
  private let path: String
  private let columns: [String]
  private var lines: [String]
  /// The line of each row, by its key.
  private var places: [String: Int] = [:]

  init(_ kind: Kind, in folder: String) throws(CommandError) {
    self.kind = kind
    path = "\(folder)/\(kind.fileName)"
    let read = try CSVLines(path)
    lines = read.lines
    columns = read.columns
    for row in read.rows {
      let key = row.fields[columns.firstIndex(of: kind.key) ?? 0]
      if places.updateValue(row.place, forKey: key) != nil {
        throw .wrongLine(path: path, line: row.place + 1, problem: "expected each code once, found \(key) again")
      }
    }
  }

  /// The text of the file.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Takes the rows of an imported table, and says what changes by that.
  mutating func take(_ imported: ImportedTable) throws(CommandError) -> [Change] {
    if let stranger = imported.columns.first(where: { !columns.contains($0) }) {
      throw .wrongLine(
        path: imported.path, line: imported.headerLine,
        problem: "expected columns of \(kind.fileName) (\(columns.joined(separator: ","))), found '\(stranger)'")
    }
    var changes: [Change] = []
    for row in imported.rows {
      let place = places[row.key]
      let before = place.flatMap { CSVRow.fields(Array(lines[$0].utf8)) } ?? columns.map { _ in "" }
      let after = zip(columns, before).map { row.values[$0] ?? $1 }
      guard place == nil || after != before else { continue }
      let fields = zip(columns, zip(before, after)).filter { $0.1.0 != $0.1.1 }
        .map { Change.Field(column: $0.0, before: $0.1.0, after: $0.1.1) }
      changes.append(
        Change(table: kind.fileName, code: row.key, change: place == nil ? "added" : "changed", fields: fields))
      let line = after.map(CSVLines.quoted).joined(separator: ",")
      if let place {
        lines[place] = line
      } else {
        places[row.key] = lines.count
        lines.append(line)
      }
    }
    return changes
  }
}
