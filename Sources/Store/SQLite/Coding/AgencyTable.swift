import Dossiers
import GRDB

/// The agencies that folds and dossiers' codes name, each under a small number.
struct AgencyTable: Sendable {
  /// Codes may name agencies that nobody knows; no more than this many are given a number, so that memory is bounded.
  static let limit: Int64 = 65_536

  private var numbers: [AgencyCode: Int64] = [:]
  private var agencies: [Int64: AgencyCode] = [:]

  init() {}

  init(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, text FROM agencies") {
      guard let agency = AgencyCode(row["text"]) else {
        throw StoreError.damaged(what: "'\(row["text"] as String)' is no agency's code")
      }
      remember(agency, row["id"])
    }
  }

  /// The number of `agency`, which is given one if it has none yet; nil once all are given away.
  mutating func number(of agency: AgencyCode, _ db: Database) throws -> Int64? {
    if let number = numbers[agency] { return number }
    guard numbers.count < AgencyTable.limit else { return nil }
    try db.execute(sql: "INSERT INTO agencies (text) VALUES (?)", arguments: [agency.text])
    let number = db.lastInsertedRowID
    remember(agency, number)
    return number
  }

  /// The number of `agency`, or nil where it has none.
  func knownNumber(of agency: AgencyCode) -> Int64? { numbers[agency] }

  func agency(_ number: Int64) -> AgencyCode? { agencies[number] }

  private mutating func remember(_ agency: AgencyCode, _ number: Int64) {
    numbers[agency] = number
    agencies[number] = agency
  }
}
