import Dossiers
import Foundation
import TestSupport
import Testing

@Suite("The corpus of the contract")
struct EventCorpusTests {
  @Test("every good body is taken, and told again in the contract's own form")
  func good() throws {
    let rows = try Corpus.rows("good.ndjson")
    #expect(rows.count >= 60)
    for row in rows {
      let event = try Corpus.event(row.body, row.why)
      #expect(try EventDecoder().decode(EventEncoder().encode(event)) == event, "\(row)")
    }
  }

  @Test("every bad body is refused, with its kind and in words")
  func bad() throws {
    let rows = try Corpus.rows("bad.ndjson")
    #expect(rows.count >= 120)
    for row in rows {
      let refusal = #expect(throws: ContractError.self, "\(row)") { try EventDecoder().decode(row.body) }
      #expect(refusal?.kind == row.kind, "\(row): \(refusal.map(String.init(describing:)) ?? "")")
      #expect(refusal?.problem.contains("expected ") == true, "\(row)")
    }
  }

  @Test("schema and decoder judge the corpus alike, and every reference of the contract leads somewhere")
  func schema() throws {
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      "-W", "ignore", Corpus.tests.appending(path: "schema-agrees.py").path, Corpus.contract.path, Corpus.folder.path,
    ]
    process.standardOutput = output
    process.standardError = output
    try process.start()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }

  @Test("every example that scanner makers are given is taken", arguments: EventType.allCases)
  func examples(type: EventType) throws {
    let file = Corpus.contract.appending(path: "examples/\(type.word).json")
    let event = try EventDecoder().decode(Array(Data(contentsOf: file)))
    #expect(event.fact.type == type)
  }
}

extension EventType {
  /// The word that tells the types apart: `scanned` of `vn.bcci.shipment.scanned.v1`.
  fileprivate var word: String { String(rawValue.split(separator: ".").dropLast().last ?? "") }
}
