import Foundation
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite struct RequestTests {
  @Test("a dossier that nobody has heard of is not found, in words")
  func unknown() async throws {
    let trial = try await Trial()
    for setup in TestingSetup.both {
      let page = try await trial.answer("/dossiers/H18.101-260302-9999", over: setup)
      #expect(page.status == 404)
      #expect(page.text.contains("<h1>Không tìm thấy hồ sơ</h1>"))
      #expect(page.text.contains("Chưa có sự kiện nào về hồ sơ H18.101-260302-9999."))
      let document = try await trial.answer("/api/v1/dossiers/H18.101-260302-9999", over: setup)
      #expect(document.status == 404)
      #expect(document.header("Content-Type") == "application/problem+json")
      #expect(document.text.contains(#""status":404"#))
    }
  }

  @Test(
    "what is no dossier code is refused with what one looks like",
    arguments: ["x", "H18.101-260302-00", "%3Cscript%3E", "..%2F..%2Fetc", "%00", "%FF"])
  func badCode(text: String) async throws {
    let trial = try await Trial()
    for path in ["/dossiers/\(text)", "/api/v1/dossiers/\(text)", "/dossiers?code=\(text)"] {
      let answer = try await trial.answer(path)
      #expect(answer.status == 400, "\(path)")
      #expect(answer.text.contains("X99.101-260302-0001"))
      #expect(!answer.text.contains("<script"))
    }
  }

  @Test(
    "a path without a page is not found", arguments: ["/nothing", "/dossiers/a/b", "/api/v1/nothing", "//x", "/%2e%2e"])
  func noPage(path: String) async throws {
    #expect(try await Trial().answer(path).status == 404)
  }

  @Test("only reading is answered", arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
  func onlyReading(method: String) async throws {
    let trial = try await Trial()
    let method = try #require(HTTPRequest.Method(method))
    for path in ["/", "/metrics", "/api/v1/dossiers/H18.101-260302-0001", "/nothing"] {
      for setup in TestingSetup.both {
        let answer = try await trial.answer(path, over: setup, method: method)
        #expect(answer.status == 405)
        #expect(answer.header("Allow") == "GET, HEAD")
      }
    }
  }

  @Test("HEAD gives the head of what GET gives", arguments: ["/", "/healthz", "/metrics", "/nothing", "/dossiers/x"])
  func head(path: String) async throws {
    let trial = try await Trial()
    // Else the first look at the overview would be before there are figures, and the second after.
    _ = try await trial.answer("/")
    await trial.server.site.figureBook.settled()
    for setup in TestingSetup.both {
      let get = try await trial.answer(path, over: setup)
      let head = try await trial.answer(path, over: setup, method: .head)
      #expect(head.status == get.status)
      #expect(head.text.isEmpty)
      #expect(head.header("Content-Type") == get.header("Content-Type"))
      #expect(head.header("Content-Length") == String(get.text.utf8.count))
    }
  }

  @Test("a long address, a body and a long header are refused")
  func bounds() async throws {
    let trial = try await Trial()
    let long = String(repeating: "x", count: 600)
    for setup in TestingSetup.both {
      #expect(try await trial.answer("/?q=\(long)", over: setup).status == 414)
      let answer = try await trial.answer("/", over: setup, headers: [.contentLength: "3"], body: "abc")
      #expect(answer.status == 413)
      #expect(answer.header("Connection") == "close")
    }
    let header: HTTPFields = [.userAgent: String(repeating: "x", count: 9000)]
    let answer = try? await trial.answer("/", over: .live, headers: header)
    #expect(answer?.status != 200)
  }

  @Test(
    "every answer has the headers that keep a page to itself",
    arguments: ["/", "/alerts", "/dossiers/H18.101-260302-0001", "/metrics", "/healthz", "/style.css", "/nothing"])
  func headers(path: String) async throws {
    let answer = try await Trial().answer(path, over: .live)
    let policy = try #require(answer.header("Content-Security-Policy"))
    #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self';"))
    #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
    #expect(answer.header("X-Content-Type-Options") == "nosniff")
    let expected = path == "/style.css" ? "public, max-age=3600" : "no-store"
    #expect(answer.header("Cache-Control") == expected)
    #expect(answer.header("Referrer-Policy") == "same-origin")
    #expect(answer.header("Server") == nil)
  }

  @Test("a store that cannot answer is said so, without its secrets")
  func storeFails() async throws {
    let answer = try await Trial(hasRules: false).answer("/dossiers/H18.101-260302-0001?lang=en")
    #expect(answer.status == 503)
    #expect(answer.text.contains("The data cannot be read"))
    #expect(!answer.text.contains("calendar"))
  }
}
