import Dossiers
import Testing

@Suite("Codes of the field")
struct CodeTests {
  @Test(
    "agencies have the form of 2016 or of 2020",
    arguments: [
      "H18", "H18.101", "A01.0.X9", "Y99.A", "000.00.19.H18", "123.45.67.Y00",
      "H18." + String(repeating: "A", count: 31),
    ])
  func agencies(text: String) {
    #expect(AgencyCode(text)?.text == text)
  }

  @Test(
    "what has neither form is no agency",
    arguments: [
      "", "H1", "Z18", "h18", "H18.", "H18..1", ".H18", "H18x", "H18.a", "H18.1-2", "H18 .1", "000.00.19.Z18",
      "00.00.19.H18", "000.0.019.H18", "000.00.19.H1", "000-00-19-H18", "00A.00.19.H18", "000.00.19.H18.1",
      "H18." + String(repeating: "A", count: 32),
    ])
  func noAgencies(text: String) {
    #expect(AgencyCode(text) == nil)
  }

  @Test(
    "a dossier's code is agency, day and number",
    arguments: ["000.00.18.H18-200928-0001", "H18.12-230405-0007", "H18-230405-123456"])
  func dossiers(text: String) {
    #expect(DossierCode(text)?.text == text)
  }

  @Test(
    "what is otherwise is no dossier's code",
    arguments: [
      "", "-", "--", "H18.12-230405", "H18.12-230405-007", "H18.12-23040-0007", "H18.12-230405-00A7",
      "H18.12-230405-0007-", "h18.12-230405-0007", "H18.12_230405_0007", "-230405-0007",
      "H18-230405-" + String(repeating: "1", count: 54),
    ])
  func noDossiers(text: String) {
    #expect(DossierCode(text) == nil)
  }

  @Test("a procedure's place is dropped")
  func procedures() {
    #expect(ProcedureCode("1.002809")?.text == "1.002809")
    #expect(ProcedureCode("2.000379.000.00.00.H18")?.text == "2.000379")
    #expect(ProcedureCode("2.000379.H18")?.text == "2.000379")
  }

  @Test(
    "what is otherwise is no procedure",
    arguments: [
      "", "1", "1.00280", "0.002809", "1.0028090", "1.002809.", "1.002809.x", "11.02809", "1-002809", "a.002809",
    ])
  func noProcedures(text: String) {
    #expect(ProcedureCode(text) == nil)
  }

  @Test("an office has six digits")
  func offices() {
    #expect(OfficeCode("381100")?.text == "381100")
    for text in ["", "38110", "3811000", "38110O", "38110 ", "３81100"] { #expect(OfficeCode(text) == nil) }
  }
}
