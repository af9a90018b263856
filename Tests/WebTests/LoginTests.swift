import Dossiers
import HTTPTypes
import HummingbirdTesting
import Store
import TestSupport
import Testing

@testable import Web

@Suite struct LoginTests {
  @Test("who logs in gets a cookie that scripts and other sites cannot use, and comes back to what was asked for")
  func logsIn() async throws {
    let trial = try await Trial(access: Trial.access())
    let guest = Guest(trial)
    let asked = try await guest.get("/alerts?kind=breach&lang=en")
    #expect(asked.header("Location") == "/login?next=%2Falerts%3Fkind%3Dbreach%26lang%3Den&lang=en")
    let answer = try await guest.post(
      "/login", ["name": "lan", "password": Trial.password, "next": "/alerts"], from: "/login")
    #expect(answer.status == 303)
    #expect(answer.header("Location") == "/alerts")
    let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("dossierd=") })
    #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"))
    let page = try await guest.get("/")
    #expect(page.status == 200 && page.text.contains("lan <small>phụ trách cơ quan</small>"))
    let out = try await guest.post("/logout", from: "/")
    #expect(out.status == 303)
    #expect(try await guest.get("/").status == 303)
  }

  @Test("who logs in in English goes on in English")
  func language() async throws {
    let page = try await Guest(Trial(access: Trial.access())).get("/login?lang=en").text
    #expect(page.contains(#"name="next" value="/?lang=en""#))
  }

  @Test("behind https the cookie travels by TLS alone and is bound to the host")
  func secure() async throws {
    let trial = try await Trial(access: Trial.access(publicURL: "https://dossiers.example.org"))
    let guest = Guest(trial)
    _ = try await guest.logIn("lan")
    let id = try #require(guest.cookies["__Host-dossierd"])
    #expect(id.count == 64)
    let again = try await guest.post("/login", ["name": "lan", "password": Trial.password], from: "/lookup")
    #expect(again.headers[values: .setCookie].allSatisfy { $0.contains("; Secure") })
  }

  @Test("a session id that was there before the login is worth nothing after it")
  func fixation() async throws {
    let trial = try await Trial(access: Trial.access())
    let victim = Guest(trial)
    let planted = String(repeating: "a", count: 64)
    victim.cookies["dossierd"] = planted
    _ = try await victim.logIn("admin")
    #expect(victim.cookies["dossierd"] != planted)
    let thief = Guest(trial)
    thief.cookies["dossierd"] = planted
    #expect(try await thief.get("/").status == 303)
    // Nor is the id of an earlier session of the same browser.
    let before = try #require(victim.cookies["dossierd"])
    let seal = Guest.seal(in: try await victim.get("/").text)
    _ = try await victim.post("/login", ["name": "lan", "password": Trial.password, "seal": seal])
    #expect(victim.cookies["dossierd"] != before)
    thief.cookies["dossierd"] = before
    #expect(try await thief.get("/").status == 303)
  }

  @Test("a session ends when nobody looks, when its time is over, and when the reader is taken out")
  func ends() async throws {
    let trial = try await Trial(access: Trial.access())
    let guest = try await Guest.loggedIn(as: "lan", at: trial)
    trial.time = trial.now.advanced(by: .minutes(59))
    #expect(try await guest.get("/").status == 200)
    // A page that refreshes itself is nobody who looks.
    trial.time = trial.now.advanced(by: .minutes(100))
    #expect(try await guest.get("/?refresh=auto").status == 200)
    trial.time = trial.now.advanced(by: .minutes(119))
    #expect(try await guest.get("/").status == 303)
    let other = try await Guest.loggedIn(as: "lan", at: trial)
    let began = trial.time
    for hour in 1..<24 {
      trial.time = began.advanced(by: .minutes(Int64(hour * 30)))
      #expect(try await other.get("/").status == 200)
    }
    trial.time = began.advanced(by: .hours(12))
    #expect(try await other.get("/").status == 303)
  }

  @Test("a wrong password and an unknown name are answered alike, and after ten a name must wait")
  func wrong() async throws {
    let trial = try await Trial(access: Trial.access())
    let guest = Guest(trial)
    let wrong = try await guest.logIn("lan", password: "không phải")
    let unknown = try await guest.logIn("nobody")
    #expect(wrong.status == 401 && unknown.status == 401)
    #expect(wrong.text == unknown.text)
    for _ in 0..<9 { _ = try await guest.logIn("lan", password: "không phải") }
    let blocked = try await guest.logIn("lan")
    #expect(blocked.status == 429)
    #expect(blocked.header("Retry-After") == "60")
    // Another name is not blocked by that, and time lets the name in again.
    #expect(try await guest.logIn("thanh").status == 303)
    trial.time = trial.now.advanced(by: .minutes(2))
    #expect(try await Guest(trial).logIn("lan").status == 303)
  }

  @Test("a form without its seal, with another's or from another site changes nothing")
  func forgery() async throws {
    let trial = try await Trial(access: Trial.access())
    let guest = try await Guest.loggedIn(as: "admin", at: trial)
    let other = try await Guest.loggedIn(as: "lan", at: trial)
    let path = "/alerts/1/acknowledge"
    let foreign = Guest.seal(in: try await other.get("/alerts").text)
    #expect(foreign.count == 64)
    #expect(try await guest.post(path).status == 403)
    #expect(try await guest.post(path, ["seal": foreign]).status == 403)
    #expect(try await guest.post(path, ["seal": ""]).status == 403)
    for headers in [
      [.origin: "https://evil.example"], [.origin: "null"],
      [HTTPField.Name("Sec-Fetch-Site")!: "cross-site"], [HTTPField.Name("Sec-Fetch-Site")!: "same-site"],
    ] as [HTTPFields] {
      #expect(try await guest.post(path, from: "/", headers: headers).status == 403, "\(headers)")
    }
    #expect(try await guest.post(path, from: "/", headers: [.contentType: "text/plain"]).status == 400)
    #expect(try await trial.store.alert(1)?.heldUntil == nil)
    #expect(try await guest.post("/login", ["name": "lan", "password": Trial.password]).status == 403)
    #expect(try await guest.post("/logout").status == 403)
    #expect(try await guest.get("/").status == 200)
    #expect(try await guest.post(path, from: "/").status == 200)
  }

  @Test(
    "after a login nobody is led to another site",
    arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y", ""])
  func openRedirect(next: String) async throws {
    let trial = try await Trial(access: Trial.access())
    let guest = Guest(trial)
    let answer = try await guest.post(
      "/login", ["name": "lan", "password": Trial.password, "next": next], from: "/login")
    #expect(answer.header("Location") == "/")
  }

  @Test("a name in the proxy's header counts from the proxy's address alone")
  func proxy() async throws {
    let header = HTTPField.Name("X-Remote-User")!
    let trusted = try await Trial(access: Trial.access(WebAccess.Proxy(address: "127.0.0.1", header: "X-Remote-User")))
    let guest = Guest(trusted)
    guest.setup = .live
    #expect(try await guest.get("/parked", headers: [header: "thanh"]).status == 200)
    #expect(try await guest.get("/parked", headers: [header: "lan"]).status == 403)
    #expect(try await guest.get("/", headers: [header: "nobody"]).status == 403)
    #expect(try await guest.get("/").status == 303)
    var twice: HTTPFields = [header: "lan"]
    twice.append(HTTPField(name: header, value: "admin"))
    #expect(try await guest.get("/", headers: twice).status == 403)
    _ = try await guest.get(
      "/dossiers/H18.101-260302-0001", headers: [header: "thanh", .init("X-Forwarded-For")!: "9.9.9.9, 10.1.2.3"])
    #expect(try await trusted.store.looks(at: code("H18.101-260302-0001"), limit: 1).first?.address == "10.1.2.3")

    let elsewhere = try await Trial(access: Trial.access(WebAccess.Proxy(address: "10.0.0.9", header: "X-Remote-User")))
    let spoofer = Guest(elsewhere)
    spoofer.setup = .live
    #expect(try await spoofer.get("/", headers: [header: "admin"]).status == 303)
    #expect(try await spoofer.get("/api/v1/parked", headers: [header: "admin"]).status == 401)
    // Without a proxy the header is like any other.
    let none = Guest(try await Trial(access: Trial.access()))
    none.setup = .live
    #expect(try await none.get("/", headers: [header: "admin"]).status == 303)
  }

  @Test("pages are open without a name only on this machine, where nothing leads here from elsewhere")
  func open() async throws {
    #expect(try await Trial().answer("/").status == 200)
    for access in [
      WebAccess(isLoopback: false), WebAccess(publicURL: "https://dossiers.example.org"),
      WebAccess(proxy: WebAccess.Proxy(address: "10.0.0.9", header: "X-Remote-User")),
    ] {
      let trial = try await Trial(access: access)
      #expect(try await trial.answer("/").status == 303)
      #expect(try await trial.answer("/login").text.contains("readers.yaml"))
      #expect(try await trial.answer("/metrics").status == 200)
    }
    for (host, isOurs) in [
      ("localhost:8788", true), ("127.0.0.1", true), ("[::1]:8788", true), ("evil.example", false),
      ("127.0.0.1.evil.example", false), ("localhost.evil.example:8788", false),
    ] {
      #expect(Gatekeeper.isLocal(host) == isOurs, "\(host)")
    }
  }

  @Test("whoever only looks where nobody has a name can have nothing done")
  func openActs() async throws {
    let trial = try await Trial()
    let guest = Guest(trial)
    #expect(try await !guest.get("/alerts").text.contains("<form action=\"/alerts/"))
    #expect(try await guest.post("/alerts/1/acknowledge", from: "/lookup").status == 403)
  }
}
