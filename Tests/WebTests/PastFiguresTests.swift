import Dossiers
import Foundation
import Store
import TestSupport
import Testing

@testable import Web

/// Figures as they were known on a day, beside those of now.
@Suite struct PastFiguresTests {
  /// A server on 20 March, after proof of a delivery of 6 March came on the 18th, and a scan of the 9th was taken back.
  private static func corrected(access: WebAccess = WebAccess()) async throws -> Trial {
    var story = Scenario()
    Trial.lateReturn(&story)
    let trial = try await Trial(access: access)
    let known = story.events.count
    story.void(story.events[known - 1].identity, at: "2026-03-18 08:00")
    story.scan("EA000000014VN", .delivered, at: "2026-03-10 10:00")
    let arrivals = story.events.dropFirst(known).map { event in
      Arrival(.event(event), message: Message(body: EventEncoder().encode(event)))
    }
    _ = try await trial.store.take(Array(arrivals), recorded: instant("2026-03-18 09:00"))
    trial.time = instant("2026-03-20 09:00")
    return trial
  }

  /// What the server answers once all that this asks for is made.
  private func settled(_ path: String, _ trial: Trial, as name: String? = nil) async throws -> String {
    let guest = if let name { try await Guest.loggedIn(as: name, at: trial) } else { Guest(trial) }
    _ = try await guest.get(path)
    await trial.server.site.figureBook.settled()
    await trial.server.site.pastBook.settled()
    return try await guest.get(path).text
  }

  @Test("the page tells which figures have changed since a day, from what to what, and what was recorded since")
  func page() async throws {
    let trial = try await Self.corrected()
    let path = "/figures?period=2026-03&known=2026-03-15"
    let before = try await trial.answer(path).text
    #expect(before.contains("Đang chờ tính lại") && before.contains("hết ngày 15/03/2026"))
    let text = try await settled(path, trial)
    for words in [
      "chỉ tiêu nay đã khác", "1 lần quét, 1 lần hủy sự kiện", "Đã biết khi ấy", "5.000/10.000 <small>1 trên 2</small>",
      "0/10.000 <small>0 trên 2</small>", "−5.000", #"value="2026-03-15""#, #"max="2026-03-19""#,
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let english = try await settled(path + "&lang=en", trial)
    for words in [
      "figures are others by now", "1 scan, 1 voiding", "Known then", "5,000 per 10,000 <small>1 of 2</small>",
      "−5,000",
    ] {
      #expect(english.contains(words), "\(words)")
    }
    #expect(!text.contains("{{") && !text.contains("style="))
  }

  @Test("where nothing came since, the page says so")
  func unchanged() async throws {
    let trial = try await Self.corrected()
    let text = try await settled("/figures?period=2026-02&known=2026-03-19", trial)
    #expect(text.contains("Không có chỉ tiêu nào khác đi.") && text.contains("Từ đó không ghi nhận gì"))
    #expect(!text.contains("Kỳ chưa kết thúc"))
    let running = try await settled("/figures?period=2026-03&known=2026-03-19", trial)
    #expect(running.contains("Kỳ chưa kết thúc vào ngày ấy"))
  }

  @Test("programs get the figures of then, what has changed, and how much was recorded since")
  func json() async throws {
    let text = try await settled("/api/v1/figures?period=2026-03&known=2026-03-15", Self.corrected())
    for words in [
      #""as_known":{"figures":[{"#, #""known":"2026-03-15T23:59:59+07:00""#,
      #"{"before":5000,"id":"lost","now":0,"subject":"all"}"#, #""scans":1"#, #""voidings":1"#, #""closures":0"#,
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("a day that is none, or is not over, is refused")
  func refusals() async throws {
    let trial = try await Self.corrected()
    for bad in ["x", "2026-02-30", "2026-03-20", "2027-01-01"] {
      for path in ["/figures", "/api/v1/figures"] {
        #expect(try await trial.answer("\(path)?known=\(bad)").status == 400, "\(bad)")
      }
    }
  }

  @Test("whoever may not see a figure of now is not shown what it was")
  func roles() async throws {
    let trial = try await Self.corrected(access: Trial.access())
    let path = "/api/v1/figures?period=2026-03&known=2026-03-15"
    let post = try await settled(path, trial, as: "buu-ta")
    #expect(post.contains(#""as_known""#) && !post.contains(#""code":"processing""#) && !post.contains("H18.101"))
    #expect(
      try await settled("/figures?period=2026-03&known=2026-03-15", trial, as: "minh").contains("của mọi cơ quan"))
    let lead = try await settled(path, trial, as: "minh")
    #expect(lead.contains(#""as_known""#) && lead.contains(#""agency":"H18.107""#) && !lead.contains("H18.101"))
  }
}
