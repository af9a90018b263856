import Dossiers
import Testing

@Suite("Items")
struct ItemIDTests {
  @Test(
    "the check digit is that of UPU S10",
    arguments: [(47_312_482, 9), (12_345_678, 5), (0, 5), (8, 0), (1, 4)])
  func checkDigit(serial: Int, digit: Int) {
    #expect(ItemID.checkDigit(serial) == digit)
  }

  @Test("of the ten digits one alone makes a serial valid")
  func oneDigit() {
    for serial in stride(from: 0, to: 100_000_000, by: 1_234_567) {
      let written = String(100_000_000 + serial).dropFirst()
      let valid = (0...9).filter { ItemID("EA\(written)\($0)VN") != nil }
      #expect(valid == [ItemID.checkDigit(serial)])
    }
  }

  @Test(
    "blanks and small letters are normalised",
    arguments: ["RR473124829GB", "rr473124829gb", " RR 4731 2482 9 GB ", "Rr473124829Gb"])
  func normalised(text: String) {
    #expect(ItemID(text)?.text == "RR473124829GB")
  }

  @Test(
    "what is no S10 number is none",
    arguments: [
      "", " ", "RR473124828GB", "RR47312482GB", "RR4731248290GB", "R4731248299GB", "RR473124829G1", "RR473124829GB1",
      "RR-473124829-GB", "RR473124829GB\n", "ＲR473124829GB",
    ])
  func others(text: String) {
    #expect(ItemID(text) == nil)
  }

  @Test("a domestic form is a pattern of digits, letters and signs")
  func domestic() throws {
    let form = try #require(DomesticForm("V99-AX"))
    #expect(ItemID("v 12-b7", domestic: [form])?.text == "V12-B7")
    for text in ["V12-77", "V1A-B7", "W12-B7", "V12B7", "V12-B77"] { #expect(ItemID(text, domestic: [form]) == nil) }
    for pattern in ["AAA", "A A9", String(repeating: "9", count: 36)] { #expect(DomesticForm(pattern) == nil) }
  }

  @Test("items of one series lie by their serial number, and domestic ones have no such place")
  func serialKey() throws {
    let first = try #require(ItemID("EA000000005VN")?.serialKey)
    let later = try #require(ItemID("EA123456785VN")?.serialKey)
    #expect(later - first == 12_345_678)
    let form = try #require(DomesticForm("9999"))
    #expect(try #require(ItemID("1234", domestic: [form])).serialKey == nil)
  }
}
