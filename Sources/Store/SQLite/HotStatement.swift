import Dossiers
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

  /// Binds one value, for the statements that run most; the others bind all at once.
  @inline(__always)
  func bind<Value: HotValue>(_ value: Value, at index: Int32) throws -> HotStatement {
    let code = value.bind(to: handle, at: index)
    guard code == SQLITE_OK else { throw failure(code) }
    return self
  }

  /// Runs a statement whose values are bound, and that returns no rows.
  @inline(__always)
  func run() throws {
    defer { sqlite3_reset(handle) }
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
  }

  /// Runs a statement whose values are bound, and that adds one row or none; the row's key, or nil where it added none.
  @inline(__always)
  func runAdding() throws -> Int64? {
    try run()
    return sqlite3_changes(connection) == 1 ? sqlite3_last_insert_rowid(connection) : nil
  }

  /// Runs a statement whose values are bound, and that adds rows; the last row's key, or nil where one of them is there
  /// already, and none was added.
  func runAddingAll() throws -> Int64? {
    defer { sqlite3_reset(handle) }
    switch sqlite3_step(handle) {
    case SQLITE_DONE: return sqlite3_last_insert_rowid(connection)
    case ResultCode.SQLITE_CONSTRAINT_UNIQUE.rawValue: return nil
    case let code: throw failure(code)
    }
  }

  /// Binds and runs a statement that returns no rows.
  @inline(__always)
  func run<each Value: HotValue>(_ values: repeat each Value) throws {
    try bind(repeat each values)
    try run()
  }

  /// Binds and reads the first row, or nil where there is none.
  @inline(__always)
  func first<Result, each Value: HotValue>(
    _ values: repeat each Value, read: (HotRow) throws -> Result
  ) throws -> Result? {
    try bind(repeat each values)
    defer { sqlite3_reset(handle) }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return try read(HotRow(handle: handle))
    case SQLITE_DONE: return nil
    case let code: throw failure(code)
    }
  }

  /// Binds and reads every row.
  @inline(__always)
  func each<each Value: HotValue>(_ values: repeat each Value, read: (HotRow) throws -> Void) throws {
    try bind(repeat each values)
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try read(HotRow(handle: handle))
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  @inline(__always)
  private func bind<each Value: HotValue>(_ values: repeat each Value) throws {
    var index: Int32 = 0
    for value in repeat each values {
      index += 1
      let code = value.bind(to: handle, at: index)
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

/// The row that a statement stands on.
struct HotRow {
  fileprivate let handle: SQLiteStatement

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func flag(_ column: Int32) -> Bool { sqlite3_column_int64(handle, column) != 0 }

  func optional(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(handle, column)
  }

  func instant(_ column: Int32) -> Instant? { optional(column).map { Instant(microseconds: $0) } }

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
