import Dossiers
import Logging
import Store
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite struct ReportPageTests {
  /// What the server answers once the report that this asks for is made.
  private func settled(_ path: String, _ trial: Trial, as name: String? = nil) async throws -> Answer {
    let guest = if let name { try await Guest.loggedIn(as: name, at: trial) } else { Guest(trial) }
    _ = try await guest.get(path)
    await trial.server.site.reportBook.settled()
    return try await guest.get(path)
  }

  @Test("without a period there is a choice and nothing is made")
  func choice() async throws {
    let trial = try await Trial()
    let text = try await trial.answer("/report").text
    #expect(
      text.contains("value=\"2026-02\" selected") && text.contains("Quý 4/2025") && text.contains("Nửa năm 2/2025"))
    #expect(!text.contains("Đang"))
  }

  @Test(
    "a report that is asked for is being made, and then stands there with digest, figures and files, in both languages")
  func made() async throws {
    let trial = try await Trial()
    let before = try await trial.answer("/report?period=2026-03").text
    #expect(before.contains("Đang chờ lập") && !before.contains("SHA-256"))
    await trial.server.site.reportBook.settled()
    let after = try await trial.answer("/report?period=2026-03").text
    for words in [Trial.digest, "09:00 12/03/2026", "/report/inspection-vi.html", "An toàn", "1.234", "Him Lam"] {
      #expect(after.contains(words), "\(words)")
    }
    #expect(!after.contains("Đang") && !after.contains("{{") && !after.contains("style="))
    let english = try await trial.answer("/report?period=2026-03&lang=en").text
    for words in [
      "Inspection report", "As known by what was recorded until", "1,234", "report verify inspection-en.html",
    ] {
      #expect(english.contains(words), "\(words)")
    }
    let file = try await trial.answer("/report/inspection-vi.html")
    #expect(file.text == "<p>page</p>" && file.header("Content-Type") == "text/html; charset=utf-8")
    #expect(file.header("Content-Disposition") == "attachment; filename=\"inspection-vi.html\"")
    #expect(try await trial.answer("/report/inspection-xx.html").status == 404)
  }

  @Test("programs are answered with the JSON of the report, and told to wait while it is being made")
  func json() async throws {
    let trial = try await Trial()
    let before = try await trial.answer("/api/v1/report?period=2026-03")
    #expect(
      before.status == 202 && before.header("Retry-After") == "60" && before.text.contains("\"state\":\"making\""))
    let after = try await settled("/api/v1/report?period=2026-03", trial)
    #expect(after.status == 200 && after.text == "{}" && after.header("Content-Type") == "application/json")
    for bad in ["", "x", "2026-13"] {
      #expect(try await trial.answer("/api/v1/report?period=\(bad)").status == 400, "\(bad)")
    }
    #expect(try await trial.answer("/report?period=2026-13").status == 400)
  }

  @Test("who inspects or administrates sees it and its files, and nobody else")
  func roles() async throws {
    let trial = try await Trial(access: Trial.access())
    _ = try await settled("/report?period=2026-03", trial, as: "thanh")
    for path in ["/report", "/report?period=2026-03", "/report/inspection-vi.html", "/api/v1/report?period=2026-03"] {
      for name in ["thanh", "admin"] {
        #expect(try await Guest.loggedIn(as: name, at: trial).get(path).status == 200, "\(name) at \(path)")
      }
      for name in ["lan", "minh", "buu-ta"] {
        #expect(try await Guest.loggedIn(as: name, at: trial).get(path).status == 403, "\(name) at \(path)")
      }
      #expect(try await [303, 401].contains(Guest(trial).get(path).status), "\(path)")
    }
    for (name, sees) in [("thanh", true), ("lan", false), ("buu-ta", false)] {
      let page = try await Guest.loggedIn(as: name, at: trial).get("/").text
      #expect(page.contains("href=\"/report\"") == sees, "\(name)")
    }
  }

  @Test("reports are made one at a time, kept for the day, and made anew on the next; one that failed is tried again")
  func book() async throws {
    let time = TrialClock(instant("2026-03-12 09:00"))
    let counts = Mutex((running: 0, most: 0, made: 0))
    let book = ReportBook(
      maker: { period, now, portion in
        counts.withLock {
          $0.running += 1
          $0.most = max($0.most, $0.running)
          $0.made += 1
        }
        defer { counts.withLock { $0.running -= 1 } }
        try portion(7)
        if period.first.components.year == 2020 { throw StoreError.damaged(what: "a trial") }
        return WebReport(known: now, log: Trial.logState, figures: [], files: [])
      }, now: { time.time })
    let logger = Logger(label: "t") { _ in SwiftLogNoOpLogHandler() }
    func isMade(_ name: String) async throws -> Bool {
      if case .made = await book.answer(try #require(Period(named: name)), logger: logger) { true } else { false }
    }
    for month in ["2026-01", "2026-02", "2020-01"] { #expect(try await !isMade(month)) }
    await book.settled()
    for month in ["2026-01", "2026-02"] { #expect(try await isMade(month)) }
    #expect(counts.withLock { $0.made } == 3 && counts.withLock { $0.most } == 1)
    guard case .failed = await book.answer(try #require(Period(month: "2020-01")), logger: logger) else {
      Issue.record("a failure that is not told")
      return
    }
    time.time = instant("2026-03-13 00:00")
    #expect(try await !isMade("2026-01"))
    await book.settled()
    #expect(try await isMade("2026-01") && counts.withLock { $0.made } == 4)
    await book.stop()
    #expect(try await !isMade("2026-02"))
  }
}
