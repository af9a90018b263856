import Dossiers
import GRDB

/// The numbers under which dossiers are kept: made of day, agency and number of the day, so that dossiers of one time
/// lie near each other; negative for a code that is not written that way.
enum DossierKeys {
  private static let dayBits = 20
  private static let agencyBits = 17
  private static let numberBits = 26

  /// The key of `code`, which is given one if it needs one.
  static func key(of code: DossierCode, _ agencies: inout AgencyTable, _ db: Database) throws -> Int64 {
    if let parts = code.parts, let agency = try agencies.number(of: parts.agency, db),
      let key = packed(parts, agency)
    {
      return key
    }
    if let key = try unpackedKey(of: code, db) { return key }
    try db.run("INSERT INTO dossier_keys (code) VALUES (?)", [code.text])
    return -db.lastInsertedRowID
  }

  /// The key of `code`, or nil where nothing of it was ever heard.
  static func knownKey(of code: DossierCode, _ agencies: AgencyTable, _ db: Database) throws -> Int64? {
    if let parts = code.parts, let agency = agencies.knownNumber(of: parts.agency), let key = packed(parts, agency) {
      return key
    }
    return try unpackedKey(of: code, db)
  }

  /// The dossier that is kept under `key`.
  static func code(_ key: Int64, _ agencies: AgencyTable, _ db: Database) throws -> DossierCode {
    if key >= 0 {
      guard let code = unpacked(key, agencies) else { throw StoreError.damaged(what: "\(key) is no dossier's number") }
      return code
    }
    let find = try HotStatement(db, "SELECT code FROM dossier_keys WHERE key = ?")
    guard let code = try find.first(-key, read: { DossierCode($0.text(0)) }) ?? nil else {
      throw StoreError.damaged(what: "no dossier has the number \(key)")
    }
    return code
  }

  /// The key made of `parts`; nil where they are too large for it.
  static func packed(_ parts: DossierCode.Parts, _ agency: Int64) -> Int64? {
    guard parts.day < 1 << dayBits, agency < 1 << agencyBits, parts.number < 1 << numberBits else { return nil }
    return (Int64(parts.day) << agencyBits | agency) << numberBits | Int64(parts.number)
  }

  /// The keys that hold all dossiers whose codes name a day of these months, within the century that codes can name.
  static func range(from first: CalendarMonth, through last: CalendarMonth) -> Range<Int64> {
    let (from, through) = (shortNumber(first), shortNumber(last))
    let shift = Int64(agencyBits + numberBits)
    return Int64(from * 100) << shift..<Int64((max(from, through) + 1) * 100) << shift
  }

  /// The month as `yymm`.
  private static func shortNumber(_ month: CalendarMonth) -> Int {
    let (year, number) = month.components
    return min(max(year - 2000, 0), 99) * 100 + number
  }

  /// The code whose parts `key` is made of.
  static func unpacked(_ key: Int64, _ agencies: AgencyTable) -> DossierCode? {
    let number = Int(key & (1 << numberBits - 1))
    let day = Int(key >> (numberBits + agencyBits))
    guard let agency = agencies.agency(key >> numberBits & (1 << agencyBits - 1)) else { return nil }
    return DossierCode(DossierCode.Parts(agency: agency, day: day, number: number))
  }

  private static func unpackedKey(of code: DossierCode, _ db: Database) throws -> Int64? {
    let find = try HotStatement(db, "SELECT key FROM dossier_keys WHERE code = ?")
    return try find.first(code.text) { -$0.integer(0) }
  }
}
