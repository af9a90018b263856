import Dossiers
import GRDB
import GRDBSQLite

/// A value for a placeholder of a hot statement.
protocol HotValue {
  /// Binds it, and returns SQLite's code.
  func bind(to handle: SQLiteStatement, at index: Int32) -> Int32
}

extension Int64: HotValue {
  @inline(__always)
  func bind(to handle: SQLiteStatement, at index: Int32) -> Int32 { sqlite3_bind_int64(handle, index, self) }
}

extension Bool: HotValue {
  @inline(__always)
  func bind(to handle: SQLiteStatement, at index: Int32) -> Int32 { sqlite3_bind_int64(handle, index, self ? 1 : 0) }
}

extension Instant: HotValue {
  @inline(__always)
  func bind(to handle: SQLiteStatement, at index: Int32) -> Int32 { microseconds.bind(to: handle, at: index) }
}

extension String: HotValue {
  func bind(to handle: SQLiteStatement, at index: Int32) -> Int32 {
    var text = self
    return text.withUTF8 { bindText($0, to: handle, at: index, copied) }
  }
}

extension [UInt8]: HotValue {
  func bind(to handle: SQLiteStatement, at index: Int32) -> Int32 {
    withUnsafeBytes { bindBlob($0, to: handle, at: index, copied) }
  }
}

/// Text, as UTF-8, that stays where it is until the statement has run: SQLite doesn't copy it.
struct LentText: HotValue {
  let bytes: UnsafeBufferPointer<UInt8>

  @inline(__always)
  func bind(to handle: SQLiteStatement, at index: Int32) -> Int32 { bindText(bytes, to: handle, at: index, nil) }
}

/// Bytes that stay where they are until the statement has run: SQLite doesn't copy them.
struct LentBytes: HotValue {
  let bytes: UnsafeRawBufferPointer

  @inline(__always)
  func bind(to handle: SQLiteStatement, at index: Int32) -> Int32 { bindBlob(bytes, to: handle, at: index, nil) }
}

@inline(__always)
private func bindText(
  _ text: UnsafeBufferPointer<UInt8>, to handle: SQLiteStatement, at index: Int32, _ owner: sqlite3_destructor_type?
) -> Int32 {
  text.withMemoryRebound(to: CChar.self) {
    sqlite3_bind_text(handle, index, $0.baseAddress, Int32(clamping: $0.count), owner)
  }
}

@inline(__always)
private func bindBlob(
  _ bytes: UnsafeRawBufferPointer, to handle: SQLiteStatement, at index: Int32, _ owner: sqlite3_destructor_type?
) -> Int32 {
  bytes.isEmpty
    ? sqlite3_bind_zeroblob(handle, index, 0)
    : sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(clamping: bytes.count), owner)
}

extension Optional: HotValue where Wrapped: HotValue {
  @inline(__always)
  func bind(to handle: SQLiteStatement, at index: Int32) -> Int32 {
    guard let self else { return sqlite3_bind_null(handle, index) }
    return self.bind(to: handle, at: index)
  }
}

/// SQLite copies what it is given with this destructor, so no pointer outlives the call.
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
