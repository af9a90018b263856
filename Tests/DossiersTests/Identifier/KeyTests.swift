import Dossiers
import TestSupport
import Testing

struct KeyTests {
  @Test("an S10 item is read back from its serial key, and later serials have larger keys")
  func serialKeys() throws {
    var random = SeededGenerator(seed: 1788)
    var previous: Int64 = -1
    for serial in (0..<10_000).map({ $0 * 9_973 }) {
      let digits = String(repeating: "0", count: 8 - String(serial).count) + String(serial)
      let item = try #require(ItemID("EA\(digits)\(ItemID.checkDigit(serial))VN"))
      let key = try #require(item.serialKey)
      #expect(ItemID(serialKey: key) == item)
      #expect(key > previous)
      previous = key
    }
    for _ in 0..<10_000 {
      let key = Int64.random(in: 0..<45_697_600_000_000, using: &random)
      #expect(ItemID(serialKey: key)?.serialKey == key, "seed 1788")
    }
  }

  @Test("a number that is no item's serial key gives none", arguments: [-1, 45_697_600_000_000, Int64.max, Int64.min])
  func noSerialKey(key: Int64) {
    #expect(ItemID(serialKey: key) == nil)
  }

  @Test(
    "a code is written again from its parts",
    arguments: ["H18.101-260302-0001", "000.00.18.H18-200928-0001", "H18-999999-0000", "H18.12-230405-123456789"])
  func parts(text: String) throws {
    let code = try #require(DossierCode(text))
    #expect(try DossierCode(#require(code.parts)) == code)
  }

  @Test(
    "a code whose number has zeros to spare has no parts", arguments: ["H18.101-260302-00001", "H18.1-260302-012345"])
  func noParts(text: String) throws {
    #expect(try #require(DossierCode(text)).parts == nil)
  }
}
