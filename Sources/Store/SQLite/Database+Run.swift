import GRDB

extension Database {
  /// Runs a statement that is kept prepared: to prepare it each time costs more than to run it.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
