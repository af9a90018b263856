import Dossiers
import GRDB

/// The row of a dossier.
struct StoredDossier {
  let stage: DossierStage?
  let owner: OwnerRow
  let evidence: [UInt8]

  /// Reads the row with this key, by the statement for it; nil where there is none.
  init?(_ key: Int64, _ find: HotStatement) throws {
    let row = try find.first(key) { row in
      (
        stage: row.optional(0), owner: OwnerRow(next: row.instant(1), isAlerted: row.flag(2)), evidence: row.blob(3)
      )
    }
    guard let row else { return nil }
    stage = row.stage.flatMap(DossierStage.init(number:))
    owner = row.owner
    evidence = row.evidence
  }
}

extension StoredDossier {
  /// What the row of `code` refers to, its items by key, or nil where nothing of it was ever heard.
  static func evidence(
    of code: DossierCode, _ working: Working, _ db: Database
  ) throws -> (items: [Int64], notes: [HeardNote])? {
    guard let key = try DossierKeys.knownKey(of: code, working.agencies, db) else { return nil }
    return try evidence(of: code, under: key, working, db)
  }

  /// The same where the key of `code` is at hand.
  static func evidence(
    of code: DossierCode, under key: Int64, _ working: Working, _ db: Database
  ) throws -> (items: [Int64], notes: [HeardNote])? {
    guard let row = try StoredDossier(key, HotStatements.findDossier(db)) else { return nil }
    return try DossierCoding.decode(row.evidence, code: code, working.names)
  }
}

extension DossierCase {
  /// The evidence about `code` as the rows of the dossier and of its items have it, or nil where nothing of it was ever
  /// heard.
  static func stored(_ code: DossierCode, _ working: Working, _ db: Database) throws -> DossierCase? {
    var reader = EvidenceReader(working)
    return try reader.dossier(code, db)
  }
}

extension DossierStage {
  /// The number under which the table keeps the stage; never given anew.
  var number: Int64 {
    switch self {
    case .collecting: 1
    case .processing: 2
    case .supplementing: 3
    case .decided: 4
    case .sending: 5
    case .done: 6
    case .backAtAgency: 7
    case .givenUp: 8
    }
  }

  init?(number: Int64) {
    guard let stage = DossierStage.allCases.first(where: { $0.number == number }) else { return nil }
    self = stage
  }
}
