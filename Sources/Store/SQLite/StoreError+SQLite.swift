import GRDB

extension StoreError {
  /// Runs `body` and gives whatever SQLite says a case of its own.
  static func wrapping<Value: Sendable>(
    _ body: @Sendable () async throws -> Value
  ) async throws(StoreError) -> Value {
    do {
      return try await body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(error)
    } catch {
      throw .failed(why: "\(error)")
    }
  }

  private init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN:
      self = .cannotWrite(why: error.message ?? "\(error.resultCode)")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self = .damaged(what: error.message ?? "\(error.resultCode)")
    default:
      self = .failed(why: error.description)
    }
  }
}
