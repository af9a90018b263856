import Dossiers
import Foundation
import Store
import TestSupport
import Testing

@testable import Web

@Suite struct APITests {
  @Test("the document that is served is the contract's")
  func document() async throws {
    let answer = try await Trial().answer("/api/v1/openapi.yaml")
    #expect(answer.header("Content-Type") == "application/yaml; charset=utf-8")
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../config/contract/openapi.yaml")
    #expect(answer.text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test("each path of the document is answered, with what it asks for as example")
  func paths() async throws {
    let trial = try await Trial()
    let parked = Arrival(.refused(Refusal(.unreadable, "no JSON")), message: Message(body: [0, 255]))
    _ = try await trial.store.take([parked], recorded: trial.now)
    let document = try await trial.answer("/api/v1/openapi.yaml").text
    let paths = document.split(separator: "\n").filter { $0.hasPrefix("  /api/") }.map { $0.dropFirst(2).dropLast() }
    #expect(paths.count == 15)
    _ = try await trial.answer("/api/v1/report?period=2026-03")
    await trial.server.site.reportBook.settled()
    for path in paths {
      let asked = path.replacing("dossiers/{code}", with: "dossiers/H18.101-260302-0001")
        .replacing("offices/{code}", with: "offices/381100").replacing("{item}", with: "EA123456785VN")
        .replacing("{number}", with: "1").replacing("v1/report", with: "v1/report?period=2026-03")
      let answer = try await trial.answer(String(asked))
      #expect(answer.status == 200, "\(asked)")
      if asked.hasSuffix(".yaml") { continue }
      #expect(answer.header("Content-Type") == "application/json")
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) }
    }
    #expect(try await trial.answer("/api/v1/parked/1").text.contains(#""body":"00 ff""#))
  }

  @Test("a list is given page by page, and says whether there is more")
  func pages() async throws {
    let trial = try await Trial { story in
      for number in 1...60 {
        let item = "EA\(String(format: "%08d", number))\(ItemID.checkDigit(number))VN"
        story.accept(item, at: "2026-03-02 08:15", dossiers: ["H18.101-260302-\(String(format: "%04d", number))"])
      }
    }
    let first = try await trial.answer("/api/v1/alerts").text
    #expect(first.hasSuffix("\"more\":true}\n"))
    #expect(first.components(separatedBy: #""id":"#).count == 51)
    let second = try await trial.answer("/api/v1/alerts?page=2").text
    #expect(second.hasSuffix("\"more\":false}\n"))
    #expect(second.components(separatedBy: #""id":"#).count == 11)
    #expect(try await trial.answer("/alerts").text.contains(#"<a rel="next" href="/alerts?page=2">"#))
    #expect(try await trial.answer("/alerts?page=2&lang=en").text.contains(#"<a rel="prev" href="/alerts?lang=en">"#))
    #expect(try await trial.answer("/api/v1/alerts?page=99999999999999999999").status == 200)
    #expect(try await trial.answer("/api/v1/alerts?kind=lost").text == "{\"entries\":[],\"more\":false}\n")
    #expect(try await trial.answer("/api/v1/alerts?state=over").text == "{\"entries\":[],\"more\":false}\n")
  }

  @Test("what is asked for can be no query to the store", arguments: ["'", "' OR 1=1 --", "%", "\\", "\u{0}", "é"])
  func injection(text: String) async throws {
    let trial = try await Trial()
    let asked = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    for path in [
      "/api/v1/alerts?kind=", "/api/v1/agencies?name=", "/api/v1/adoption?on=", "/api/v1/figures?period=",
      "/api/v1/report?period=", "/api/v1/figures?agency=",
      "/api/v1/figures?office=", "/api/v1/parked?before=", "/search?q=",
      "/api/v1/alerts?agency=",
      "/api/v1/dossiers/", "/api/v1/items/", "/offices/", "/parked/",
    ] {
      let answer = try await trial.answer(path + asked)
      #expect([200, 400, 404].contains(answer.status), "\(path): \(answer.status)")
    }
    #expect(try await trial.answer("/api/v1/alerts").text.contains(#""id":1"#))
  }
}
