import TestSupport
import Testing

@Suite("CSV")
struct CSVTests {
  static let header = "id,source,time,item,event,office"
  static let start = #"e1,/postoffices/381100/scanners/s1,2026-03-02T08:15:30+07:00"#

  @Test(
    "a row is read as RFC 4180 has it",
    arguments: [
      "EA123456785VN,departed,381100", #""EA123456785VN","departed","381100""#, #""EA 123456785 VN",departed,381100"#,
      "EA123456785VN,departed,381100\r",
    ])
  func taken(_ row: String) async throws {
    let outcome = try await fold("\(Self.header)\n\(Self.start),\(row)\n")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains(#""kind":"unclaimed""#))
  }

  @Test(
    "a row that is none is named with its line and reason",
    arguments: [
      ("EA123456785VN,departed", "unreadable"), ("EA123456785VN,departed,381100,", "unreadable"),
      (#"EA123456785VN,"departed,381100"#, "unreadable"), (#"EA1234"56785VN,departed,381100"#, "unreadable"),
      (#""EA123456785VN"x,departed,381100"#, "unreadable"), ("EA123456785VN,,381100", "contract"),
      (#""""EA123456785VN""",departed,381100"#, "contract"), ("EA123456785VN,departed,999999", "contract"),
    ])
  func refused(_ row: String, _ reason: String) async throws {
    let outcome = try await fold("\(Self.header)\n\(Self.start),\(row)\n")
    #expect(outcome.complaints.map { $0.hasPrefix("-:2: \(reason): ") } == [true])
    #expect(outcome.output.isEmpty)
    #expect(outcome.status == 0)
  }

  @Test("a header with a column that is none, or one twice, ends it with 65", arguments: ["weight", "item"])
  func header(_ column: String) async throws {
    let outcome = try await fold("\(Self.header),\(column)\n")
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("dossierctl: -:1: "))
    #expect(outcome.errors.contains("found '\(column)'"))
  }

  private func fold(_ input: String) async throws -> Tool.Outcome {
    try await Tool.run("fold", "-", "--now", "2026-04-02", "--json", input: input)
  }
}
