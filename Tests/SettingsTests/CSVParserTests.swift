import Dossiers
import Testing

@testable import Settings

@Suite("A CSV file") struct CSVParserTests {
  private func rows(_ text: String) -> (rows: [[String]], lines: [Int], problems: [SettingsProblem]) {
    let problems = Problems()
    var parser = CSVParser(text, file: "t.csv", problems)
    let rows = parser.rows()
    return (rows.map { $0.fields.map(\.text) }, rows.map(\.line), problems.errors)
  }

  @Test(
    "is split as RFC 4180 says",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,,\n", [["a", "", ""]]),
      ("\"a,b\",\"say \"\"yes\"\"\"\n", [["a,b", "say \"yes\""]]),
      ("\"two\nlines\",x\n", [["two\nlines", "x"]]),
      ("# a comment, \"with this\n\n\na\n", [["a"]]),
      ("", []),
      ("a,", [["a", ""]]),
    ])
  func split(text: String, expected: [[String]]) {
    let result = rows(text)
    #expect(result.rows == expected)
    #expect(result.problems.isEmpty)
  }

  @Test("keeps line and column in characters, also after a field of two lines") func places() {
    let problems = Problems()
    var parser = CSVParser("# x\nđồi,\"a\nb\",c\nd\n", file: "t.csv", problems)
    let rows = parser.rows()
    #expect(rows.map(\.line) == [2, 4])
    #expect(rows[0].fields.map(\.place.line) == [2, 2, 3])
    #expect(rows[0].fields.map(\.place.column) == [1, 5, 4])
  }

  @Test("with a quote that is never closed is reported where it opens") func unclosed() {
    let result = rows("a,b\n1,\"2\n3,4\n")
    #expect(result.problems.map(\.line) == [2])
    #expect(result.problems.map(\.column) == [3])
    #expect(result.problems.first?.expected == "a closing quote")
  }

  @Test("from a spreadsheet, with a mark of the byte order, is read") func byteOrderMark() throws {
    let settings = try Trial.load(replacing: ["registry/districts.csv": .text("# The ten", by: "\u{FEFF}# The ten")])
    #expect(settings.rules.registry.districts.count == 10)
  }
}
