import Dossiers
import HTTPTypes
import Hummingbird
import Store
import Testing
import TestSupport

@testable import Web

@Suite struct RoleTests {
  /// Everybody who may ask, from nobody to the administrator.
  static let everybody = ["", "lan", "minh", "buu-ta", "thanh", "admin"]

  /// A route, and who may have it: those of `everybody` who get 200.
  struct Route: Sendable, CustomTestStringConvertible {
    let path: String
    let allowed: Set<String>
    /// What those are answered who are known and may not.
    let refusal: Int

    init(_ path: String, _ allowed: Set<String>, refusal: Int = 403) {
      self.path = path
      self.allowed = allowed
      self.refusal = refusal
    }

    var testDescription: String { path }
  }

  private static let all = Set(everybody)
  private static let known = all.subtracting([""])
  private static let seeAll: Set<String> = ["thanh", "admin"]
  private static let leads: Set<String> = ["lan", "minh"]

  static let routes = [
    Route("/healthz", all), Route("/readyz", all), Route("/metrics", all), Route("/style.css", all),
    Route("/refresh.js", all), Route("/lookup", all), Route("/acknowledge?token=right-1", all),
    Route("/api/v1/openapi.yaml", all),
    Route("/", known), Route("/api/v1/overview", known),
    Route("/alerts", known), Route("/api/v1/alerts", known),
    Route("/dossiers/H18.101-260302-0001", seeAll.union(["lan"]), refusal: 404),
    Route("/api/v1/dossiers/H18.101-260302-0001", seeAll.union(["lan"]), refusal: 404),
    Route("/api/v1/dossiers/H18.101-260302-0001/notices", seeAll.union(["lan"]), refusal: 404),
    Route("/items/EA123456785VN", seeAll.union(["lan", "buu-ta"]), refusal: 404),
    Route("/api/v1/items/EA123456785VN", seeAll.union(["lan", "buu-ta"]), refusal: 404),
    Route("/adoption", seeAll.union(leads)), Route("/api/v1/adoption", seeAll.union(leads)),
    Route("/figures", known), Route("/api/v1/figures", known),
    Route("/figures?agency=H18.101", seeAll.union(["lan"])),
    Route("/api/v1/figures?agency=H18.101", seeAll.union(["lan"])),
    Route("/figures?office=381100", seeAll.union(["buu-ta"])),
    Route("/api/v1/figures?office=381100", seeAll.union(["buu-ta"])),
    Route("/report", seeAll), Route("/report?period=2026-03", seeAll),
    Route("/report/inspection-vi.html", seeAll), Route("/api/v1/report?period=2026-03", seeAll),
    Route("/agencies", seeAll.union(leads)), Route("/api/v1/agencies", seeAll.union(leads)),
    Route("/procedures", seeAll.union(leads)), Route("/api/v1/procedures", seeAll.union(leads)),
    Route("/offices", seeAll.union(["buu-ta"])), Route("/api/v1/offices", seeAll.union(["buu-ta"])),
    Route("/offices/381100", seeAll.union(["buu-ta"])), Route("/api/v1/offices/381100", seeAll.union(["buu-ta"])),
    Route("/parked", seeAll), Route("/api/v1/parked", seeAll),
    Route("/parked/1", seeAll), Route("/api/v1/parked/1", seeAll),
  ]

  private static func trial() async throws -> Trial {
    let trial = try await Trial(access: Trial.access())
    let parked = Arrival(.refused(Refusal(.unreadable, "no JSON")), message: Message(body: Array("<b>".utf8)))
    _ = try await trial.store.take([parked], recorded: trial.now)
    return trial
  }

  @Test("each route is answered to those who may have it, and to nobody else", arguments: routes)
  func route(_ route: Route) async throws {
    let trial = try await Self.trial()
    if route.path.contains("report") {
      _ = try await Guest.loggedIn(as: "admin", at: trial).get("/report?period=2026-03")
      await trial.server.site.reportBook.settled()
    }
    for name in Self.everybody {
      let guest = name.isEmpty ? Guest(trial) : try await Guest.loggedIn(as: name, at: trial)
      let answer = try await guest.get(route.path)
      if route.allowed.contains(name) {
        #expect(answer.status == 200, "\(name) at \(route.path)")
      } else if name.isEmpty {
        let isAPI = route.path.hasPrefix("/api/")
        #expect(answer.status == (isAPI ? 401 : 303), "nobody at \(route.path)")
        if !isAPI { #expect(answer.header("Location")?.hasPrefix("/login") == true) }
      } else {
        // The post may enter no dossier at all, and so is told.
        let refusals = [route.refusal, 403]
        #expect(refusals.contains(answer.status), "\(name) at \(route.path): \(answer.status)")
        #expect(!answer.text.contains("UBND Phường Điện Biên Phủ"))
      }
    }
  }

  /// What anybody may ask for, and what leads on to another page.
  private static let others = ["/login", "/search", "/dossiers"]

  @Test("no route is forgotten: each that the router knows is asked for by everybody, or is a form that is tried")
  func allRoutes() async throws {
    let trial = try await Self.trial()
    let tried = Self.routes.map { $0.path.prefix { $0 != "?" } } + Self.others.map { $0[...] }
    let forms = Self.deeds.map { $0.path[...] } + ["/login", "/logout", "/acknowledge", "/lookup"]
    for route in try trial.server.site.router().routes where route.method != .head {
      let (known, what) = route.method == .get ? (tried, "RoleTests.routes") : (forms, "RoleTests.deeds")
      #expect(known.contains { Self.fits("\(route.path)", $0) }, "\(route) is in none of \(what)")
      guard route.method == .post else { continue }
      let sample = "\(route.path)".split(separator: "/").map { $0.hasPrefix("{") ? "1" : $0 }.joined(separator: "/")
      #expect(Bounds.takesForm("/" + sample), "\(route)")
    }
  }

  /// Whether `path` is one of the route `pattern`.
  private static func fits(_ pattern: String, _ path: Substring) -> Bool {
    let (names, parts) = (pattern.split(separator: "/"), path.split(separator: "/"))
    return names.count == parts.count && zip(names, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
  }

  private static let deeds: [(path: String, allowed: Set<String>, status: Int)] = [
    ("/alerts/1/acknowledge", ["lan", "admin"], 200),
    ("/parked/1/replay", ["admin"], 409),
    ("/parked/1/discard", ["admin"], 200),
  ]

  @Test("each deed is done for those who may do it, and for nobody else")
  func deeds() async throws {
    for deed in Self.deeds {
      for name in Self.everybody {
        let trial = try await Self.trial()
        let guest = name.isEmpty ? Guest(trial) : try await Guest.loggedIn(as: name, at: trial)
        // Whoever has no form of that page may have another one's: the seal is the same.
        let answer = try await guest.post(deed.path, from: name.isEmpty ? "/login" : "/")
        if deed.allowed.contains(name) {
          #expect(answer.status == deed.status, "\(name) at \(deed.path)")
        } else {
          #expect([401, 403, 404].contains(answer.status), "\(name) at \(deed.path): \(answer.status)")
          #expect(try await !trial.store.parked(.one(1)).isEmpty)
          #expect(try await trial.store.alert(1)?.heldUntil == nil)
        }
      }
    }
  }

  @Test("a lead's lists hold what concerns the agency alone")
  func leadsLists() async throws {
    let trial = try await Self.trial()
    let own = try await Guest.loggedIn(as: "lan", at: trial)
    let other = try await Guest.loggedIn(as: "minh", at: trial)
    for path in ["/", "/alerts", "/alerts?agency=H18.101", "/api/v1/alerts", "/api/v1/overview"] {
      #expect(try await own.get(path).text.contains("H18.101-260302-0001"), "\(path)")
      #expect(try await !other.get(path).text.contains("H18.101-260302-0001"), "\(path)")
    }
    #expect(try await !other.get("/agencies").text.contains("H18.101<"))
    #expect(try await other.get("/agencies").text.contains("H18.107<"))
  }

  @Test("a lead sees what the own agency took over, and what was taken over from it")
  func mergers() {
    let registry = SampleRules.registry(merging: "H18.101", into: "H18.107", after: "2026-03-06")
    for (lead, origin) in [("H18.101", "H18.107"), ("H18.107", "H18.101"), ("H18.101", "H18.101")] {
      #expect(Viewer(name: "a", role: .lead, agency: code(lead)).sees(code(origin), in: registry))
    }
    #expect(!Viewer(name: "a", role: .lead, agency: code("H18.101")).sees(code("H18.12"), in: registry))
    #expect(!Viewer(name: "a", role: .lead).sees(code("H18.101"), in: registry))
    #expect(!Viewer(name: "a", role: .lead, agency: code("H18.101")).sees(nil, in: registry))
  }

  @Test("every look at a dossier is kept with who, when and from where, and nothing is kept where nobody has a name")
  func looks() async throws {
    let trial = try await Self.trial()
    let dossier: DossierCode = code("H18.101-260302-0001")
    let guest = try await Guest.loggedIn(as: "thanh", at: trial)
    for path in [
      "/dossiers/\(dossier)", "/api/v1/dossiers/\(dossier)", "/api/v1/dossiers/\(dossier)/notices",
      "/items/EA123456785VN",
    ] {
      _ = try await guest.get(path)
    }
    _ = try await Guest.loggedIn(as: "minh", at: trial).get("/dossiers/\(dossier)")
    let looks = try await trial.store.looks(at: dossier, limit: 10)
    #expect(
      Set(looks.map(\.path)) == [
        "/dossiers/\(dossier)", "/api/v1/dossiers/\(dossier)", "/api/v1/dossiers/\(dossier)/notices",
        "/items/EA123456785VN",
      ])
    #expect(looks.allSatisfy { $0.viewer == "thanh" && $0.role == .inspector && $0.at == trial.now })
    let open = try await Trial()
    #expect(try await open.answer("/dossiers/\(dossier)").status == 200)
    #expect(try await open.store.looks(at: dossier, limit: 10).isEmpty)
  }

  @Test("looks that come at once are all kept")
  func manyLooks() async throws {
    let trial = try await Self.trial()
    let book = LookBook(store: trial.store)
    let look = Look(
      dossier: code(Scenario.dossier), at: trial.now, viewer: "x", role: .inspector, address: "", path: "/")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<200 { group.addTask { try await book.note([look]) } }
      try await group.waitForAll()
    }
    #expect(try await trial.store.looks(at: code(Scenario.dossier), limit: 1000).count == 200)
  }
}
