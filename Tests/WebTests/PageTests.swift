import Dossiers
import Foundation
import HummingbirdTesting
import Store
import TestSupport
import Testing

@testable import Web

@Suite struct PageTests {
  @Test("the overview counts dossiers, lists the alerts that stand and says how the link is")
  func overview() async throws {
    let trial = try await Trial()
    for setup in TestingSetup.both {
      let answer = try await trial.answer("/", over: setup)
      #expect(answer.status == 200)
      #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
      #expect(answer.text.contains(#"<html lang="vi""#))
      #expect(answer.text.contains("<h1>Tổng quan</h1>"))
      #expect(answer.text.contains("Đang nhận sự kiện từ 07:00 01/03/2026"))
      #expect(answer.text.contains("<dt>Đang giải quyết</dt><dd>1</dd>"))
      #expect(answer.text.contains("3 cảnh báo, lâu nhất trước"))
      #expect(answer.text.contains(#"href="/dossiers/H18.101-260302-0001""#))
      #expect(answer.text.contains("UBND Phường Điện Biên Phủ"))
      #expect(answer.text.contains("EA000000014VN"))
    }
  }

  @Test("every page speaks English when asked, and its links keep doing so")
  func english() async throws {
    let trial = try await Trial()
    let titles = [
      "/": "Overview", "/alerts": "Alerts", "/dossiers/H18.101-260302-0001": "Dossier H18.101-260302-0001",
      "/nothing": "No such page",
    ]
    for (path, title) in titles {
      let text = try await trial.answer(path + "?lang=en").text
      #expect(text.contains(#"<html lang="en""#))
      #expect(text.contains("<h1>\(title)</h1>"))
      if path != "/nothing" { #expect(text.contains(#"href="/alerts?lang=en""#)) }
      if path != "/nothing" {
        #expect(text.contains(#"<a href="\#(path)?lang=vi" lang="vi" hreflang="vi">Tiếng Việt</a>"#))
      }
    }
  }

  @Test("an archived dossier and its item are found as before, and are marked")
  func archived() async throws {
    let (dossier, item) = ("H18.101-260302-0001", "EA123456785VN")
    let trial = try await Trial { story in
      story.accept(item, at: "2026-03-02 08:15", carries: .result, dossiers: [dossier])
      story.scan(item, .delivered, at: "2026-03-03 09:00")
      story.accept("EA000000014VN", at: "2026-03-10 09:00", dossiers: ["H18.101-260310-0002"])
    }
    let paths = ["/dossiers/\(dossier)", "/items/\(item)", "/api/v1/dossiers/\(dossier)", "/api/v1/items/\(item)"]
    for path in paths {
      let text = try await trial.answer(path).text
      #expect(!text.contains("kho lưu trữ") && !text.contains(#""archived":true"#), "\(path)")
    }
    let moved = try await trial.store.archive(
      before: instant("2026-03-13 00:00"), after: .min, limit: 10, at: trial.now)
    #expect(moved.dossiers == 1)
    for path in paths {
      let answer = try await trial.answer(path)
      #expect(answer.status == 200 && answer.text.contains(item), "\(path)")
      #expect(answer.text.contains(path.hasPrefix("/api") ? #""archived":true"# : "kho lưu trữ"), "\(answer.text)")
    }
    #expect(try await trial.answer("/api/v1/dossiers/\(dossier)/notices").status == 200)
    #expect(try await trial.answer("/search?q=\(dossier)").header("Location")?.hasSuffix(dossier) == true)
    #expect(try await trial.answer("/dossiers/H18.101-260302-0099").status == 404)
  }

  @Test("a link that is down and the problems of the daemon are on the overview")
  func problems() async throws {
    let trial = try await Trial(health: .of(isReady: false, problems: ["The disk is full."], linkUp: false))
    let text = try await trial.answer("/").text
    #expect(text.contains("Không có kết nối với hàng đợi từ 07:00 01/03/2026"))
    #expect(text.contains(#"lang="en">The disk is full.</p>"#))
  }

  @Test("a due date past the decreed days off is marked as provisional in both languages")
  func provisional() async throws {
    let trial = try await Trial(now: "2027-01-04 10:00") { $0.received(at: "2026-12-31 09:00", procedure: "1.004873") }
    let path = "/dossiers/H18.101-260302-0001"
    #expect(try await trial.answer(path).text.contains("<small>tạm tính</small>"))
    #expect(try await trial.answer(path + "?lang=en").text.contains("<small>provisional (tạm tính)</small>"))
    #expect(try await trial.answer("/api/v1" + path).text.contains(#""provisional":true"#))
    #expect(try await trial.answer("/alerts").text.contains("</time> (tạm tính)</small>"))
    #expect(try await trial.answer("/alerts?lang=en").text.contains("</time> (provisional)</small>"))
    #expect(try await !Trial().answer(path).text.contains("tạm tính"))
  }

  @Test("a dossier's page shows stage, items, deadlines, alerts and what does not fit")
  func dossier() async throws {
    let trial = try await Trial()
    for setup in TestingSetup.both {
      let answer = try await trial.answer("/dossiers/H18.101-260302-0001", over: setup)
      #expect(answer.status == 200)
      for words in [
        "<h1>Hồ sơ H18.101-260302-0001</h1>", "Đang giải quyết", "UBND Phường Điện Biên Phủ", "1.004884",
        "EA123456785VN", "Đã phát", "Giải quyết hồ sơ", "hết ngày 09/03/2026", "Quá hạn", "Đúng hạn",
        "Xong: <time datetime=\"2026-03-02T16:00:00+07:00\">16:00 02/03/2026</time>", "Quét sau khi kết thúc",
        "/postoffices/382500/scanners/s1",
      ] {
        #expect(answer.text.contains(words), "\(words)")
      }
    }
  }

  @Test("a dossier's page lists its events, and marks those that were recorded long after their time")
  func events() async throws {
    let vietnamese = try await Trial(now: "2026-03-03 15:00").answer("/dossiers/H18.101-260302-0001").text
    #expect(vietnamese.contains("<strong>Nhận gửi</strong>"))
    // The acceptance and nothing else is more than a day old.
    #expect(vietnamese.components(separatedBy: "Ghi nhận muộn").count == 2)
    #expect(vietnamese.contains("15:00 03/03/2026"))
    let english = try await Trial().answer("/dossiers/H18.101-260302-0001?lang=en").text
    #expect(english.components(separatedBy: "Recorded late").count == 4)
  }

  @Test("a dossier's page says who was told what, and what waits; addresses are for a name that sees all")
  func told() async throws {
    let trial = try await Trial(access: Trial.access())
    let path = "/dossiers/H18.101-260302-0001"
    let waiting = try await Guest.loggedIn(as: "lan", at: trial).get(path).text
    #expect(waiting.contains("Ai đã được báo") && waiting.contains("lead/H18.101") && waiting.contains("Chờ gửi"))
    let mail = try #require(
      try await trial.store.claimMail(at: trial.now.advanced(by: .hours(1)), lease: trial.now.advanced(by: .hours(2))))
    let address = "lead@dienbien.example.org"
    let outcome = MailOutcome.accepted(address: address, messageID: "<1@x>", reply: "250")
    try await trial.store.settle(mail, outcome, at: trial.now)
    let lead = try await Guest.loggedIn(as: "lan", at: trial).get(path).text
    #expect(lead.contains("Đã gửi") && lead.contains("báo lần đầu") && !lead.contains(address))
    let inspector = try await Guest.loggedIn(as: "thanh", at: trial).get(path + "?lang=en").text
    #expect(inspector.contains("Sent") && inspector.contains("first told") && inspector.contains(address))
  }

  @Test("the told history of a dossier is had as JSON, with addresses for a name that sees all")
  func toldJSON() async throws {
    let trial = try await Trial(access: Trial.access())
    let path = "/api/v1/dossiers/H18.101-260302-0001/notices"
    let waiting = try await Guest.loggedIn(as: "lan", at: trial).get(path).text
    #expect(waiting.contains(#""waiting":[{"not_before":"#) && waiting.contains(#""told":[]"#))
    #expect(waiting.contains(#""cause":"#) && waiting.contains(#""dossier":"H18.101-260302-0001""#))
    let mail = try #require(
      try await trial.store.claimMail(at: trial.now.advanced(by: .hours(1)), lease: trial.now.advanced(by: .hours(2))))
    let address = "lead@dienbien.example.org"
    try await trial.store.settle(
      mail, .accepted(address: address, messageID: "<1@x>", reply: "250"), at: trial.now)
    let lead = try await Guest.loggedIn(as: "lan", at: trial).get(path).text
    #expect(lead.contains(#""outcome":"accepted""#) && lead.contains(#""reason":"first""#) && !lead.contains(address))
    #expect(lead.contains(#""message_id":"<1@x>""#) && lead.contains(#""receiver":"lead/H18.101""#))
    let inspector = try await Guest.loggedIn(as: "thanh", at: trial).get(path).text
    #expect(inspector.contains(#""address":"lead@dienbien.example.org""#))
  }

  @Test("the end of the calendar is told with dates as readers of the language write them")
  func horizon() async throws {
    let horizon = try #require(SampleRules.calendar.horizonWarning(now: instant("2026-12-01 08:00")))
    let trial = try await Trial(health: .of(horizon: horizon))
    #expect(try await trial.answer("/").text.contains("đến ngày 31/12/2026"))
    #expect(try await trial.answer("/?lang=en").text.contains("to 2026-12-31"))
  }

  @Test("a merged agency's dossier and alerts are shown under its successor, with where they come from")
  func merged() async throws {
    let registry = SampleRules.registry(merging: "H18.101", into: "H18.107", after: "2026-03-06")
    let before = try await Trial(now: "2026-03-06 15:00", registry: registry)
    #expect(try await !before.answer("/dossiers/H18.101-260302-0001?lang=en").text.contains("Taken over from"))
    let trial = try await Trial(registry: registry)
    for path in ["/dossiers/H18.101-260302-0001?lang=en", "/alerts?lang=en", "/?lang=en"] {
      let text = try await trial.answer(path).text
      #expect(text.contains("UBND Xã Tuần Giáo") && text.contains("Taken over from"), "\(path)")
      #expect(text.contains("UBND Phường Điện Biên Phủ"), "\(path)")
    }
  }

  @Test("the alerts page lists the alerts, and says where there are none")
  func alerts() async throws {
    let some = try await Trial().answer("/alerts")
    #expect(some.status == 200)
    #expect(some.text.contains("3 cảnh báo, lâu nhất trước"))
    let none = try await Trial { _ in }.answer("/alerts")
    #expect(none.text.contains("Không có cảnh báo nào."))
    #expect(!none.text.contains("<table"))
  }

  @Test("the report as JSON is the one that the fold gives")
  func json() async throws {
    let trial = try await Trial()
    var scenario = Scenario()
    Trial.lateReturn(&scenario)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let rules = SampleRules.rules
    let report = ExplainedReport(
      try scenario.report(at: "2026-03-12 09:00"), planner: DeadlinePlanner(rules: rules))
    let expected = String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    for setup in TestingSetup.both {
      let answer = try await trial.answer("/api/v1/dossiers/H18.101-260302-0001", over: setup)
      #expect(answer.status == 200)
      #expect(answer.header("Content-Type") == "application/json")
      #expect(answer.text.replacing(#""archived":false,"#, with: "") == expected)
    }
  }

  @Test("asking for a code leads to its page, in the same language")
  func search() async throws {
    let answer = try await Trial().answer("/dossiers?code=%20H18.101-260302-0001%20&lang=en")
    #expect(answer.status == 303)
    #expect(answer.header("Location") == "/dossiers/H18.101-260302-0001?lang=en")
  }

  @Test("no page asks for anything but its own style, and none has a script")
  func selfContained() async throws {
    let trial = try await Trial()
    for path in ["/", "/alerts", "/dossiers/H18.101-260302-0001"] {
      let text = try await trial.answer(path).text
      #expect(text.replacing(#"<script src="/refresh.js" defer></script>"#, with: "").contains("<script") == false)
      #expect(!text.contains("style=") && !text.contains("<img"))
      #expect(!text.contains("://"))
      #expect(text.contains("<th scope=\"col\">") && text.contains("<th scope=\"row\">"))
      #expect(!text.contains("{{"))
    }
    let style = try await trial.answer("/style.css")
    #expect(style.header("Content-Type") == "text/css; charset=utf-8")
    #expect(!style.text.contains("url("))
  }
}
