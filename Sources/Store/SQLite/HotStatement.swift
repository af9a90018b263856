import GRDB
import GRDBSQLite

/// A prepared statement bound and stepped through SQLite's own calls.
///
/// The statements that run for every event go this way: GRDB's argument binding costs more than the statement itself.
struct HotStatement {
  private let handle: SQLiteStatement
  private let connection: SQLiteConnection?

  /// The statement that GRDB keeps prepared for `sql`.
  init(_ db: Database, _ sql: String) throws {
    handle = try db.cachedStatement(sql: sql).sqliteStatement
    connection = db.sqliteConnection
  }

  /// Binds and runs a statement that returns no rows.
  func run(_ values: HotValue...) throws {
    try bind(values)
    defer { sqlite3_reset(handle) }
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
  }

  /// Binds and reads the first row, or nil where there is none.
  func first<Value>(_ values: HotValue..., read: (HotRow) throws -> Value) throws -> Value? {
    try bind(values)
    defer { sqlite3_reset(handle) }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return try read(HotRow(handle: handle))
    case SQLITE_DONE: return nil
    case let code: throw failure(code)
    }
  }

  /// Binds and reads every row.
  func each(_ values: HotValue..., read: (HotRow) throws -> Void) throws {
    try bind(values)
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try read(HotRow(handle: handle))
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  private func bind(_ values: [HotValue]) throws {
    for (index, value) in values.enumerated() {
      let code = value.bind(to: handle, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

/// A value for a placeholder.
enum HotValue {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  static func optional(_ value: Int64?) -> HotValue { value.map(HotValue.integer) ?? .null }
  static func optional(_ value: String?) -> HotValue { value.map(HotValue.text) ?? .null }

  fileprivate func bind(to handle: SQLiteStatement, at index: Int32) -> Int32 {
    // SQLite copies what it is given with this destructor, so no pointer outlives the call.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch self {
    case .null:
      return sqlite3_bind_null(handle, index)
    case .integer(let value):
      return sqlite3_bind_int64(handle, index, value)
    case .text(var value):
      return value.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(handle, index, $0.baseAddress, Int32(clamping: $0.count), copied)
        }
      }
    case .blob(let value):
      return value.withUnsafeBytes {
        $0.isEmpty
          ? sqlite3_bind_zeroblob(handle, index, 0)
          : sqlite3_bind_blob(handle, index, $0.baseAddress, Int32(clamping: $0.count), copied)
      }
    }
  }
}

/// The row that a statement stands on.
struct HotRow {
  fileprivate let handle: SQLiteStatement

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optional(_ column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  func text(_ column: Int32) -> String {
    let count = Int(sqlite3_column_bytes(handle, column))
    guard let bytes = sqlite3_column_text(handle, column) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func blob(_ column: Int32) -> [UInt8] {
    let count = Int(sqlite3_column_bytes(handle, column))
    guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
