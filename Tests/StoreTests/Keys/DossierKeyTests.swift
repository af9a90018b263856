import Dossiers
import GRDB
import TestSupport
import Testing

@testable import Store

struct DossierKeyTests {
  @Test("every dossier has a key of its own, from which its code is read back")
  func roundTrip() throws {
    let texts = [
      "H18.101-260302-0001", "H18.101-260302-0002", "H18.102-260302-0001", "000.00.18.H18-200928-0001",
      "H18.101-260302-00001", "H18.101-260302-67108864", "H18.101-260302-67108863", "H18.101-000000-0000",
    ]
    try withTables { db in
      var agencies = AgencyTable()
      var keys: Set<Int64> = []
      for text in texts + texts {
        let code = try #require(DossierCode(text))
        let key = try DossierKeys.key(of: code, &agencies, db)
        keys.insert(key)
        #expect(try DossierKeys.knownKey(of: code, agencies, db) == key)
        #expect(try DossierKeys.code(key, agencies, db) == code)
        #expect(try DossierKeys.code(key, AgencyTable(db), db) == code)
      }
      #expect(keys.count == texts.count)
    }
  }

  @Test("dossiers of one day lie between those of the days before and after")
  func order() throws {
    try withTables { db in
      var agencies = AgencyTable()
      let keys = try ["H18.9-260301-9999", "H18.1-260302-0001", "H18.2-260302-0001", "H18.1-260303-0001"].map {
        try DossierKeys.key(of: try #require(DossierCode($0)), &agencies, db)
      }
      #expect(keys == keys.sorted())
    }
  }

  @Test("an item that is no S10 number has a key below zero, and is read back from it")
  func domesticItems() throws {
    try withTables { db in
      let item = ItemID(checked: "38-77-0001")
      let key = try ItemKeys.key(of: item, db)
      #expect(key < 0)
      #expect(try ItemKeys.key(of: item, db) == key)
      #expect(try ItemKeys.item(key, db) == item)
    }
  }

  private func withTables(_ body: (Database) throws -> Void) throws {
    let database = try DatabaseQueue()
    try Schema.migrator.migrate(database)
    try database.write(body)
  }
}
