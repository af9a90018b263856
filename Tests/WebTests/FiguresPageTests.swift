import Dossiers
import Foundation
import Logging
import Store
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite struct FiguresPageTests {
  /// What the server answers once the figures that this asks for are made.
  private func settled(_ path: String, _ trial: Trial, as name: String? = nil) async throws -> String {
    let guest = if let name { try await Guest.loggedIn(as: name, at: trial) } else { Guest(trial) }
    _ = try await guest.get(path)
    await trial.server.site.figureBook.settled()
    return try await guest.get(path).text
  }

  @Test("before the first figures are made the page says so, and after that when they were made")
  func first() async throws {
    let trial = try await Trial()
    // The reading may be over before the answer to the second page, never before that to the first.
    let before = try await trial.answer("/figures").text
    #expect(before.contains("Đang tính, chưa có số liệu") && !before.contains("Tính lúc"))
    await trial.server.site.figureBook.settled()
    let after = try await trial.answer("/figures").text
    #expect(after.contains("Tính lúc <time") && after.contains("09:00 12/03/2026"))
    #expect(!after.contains("Đang tính"))
  }

  @Test("all six words stand on the page with their figures, what they mean and what they can't say")
  func words() async throws {
    let text = try await settled("/figures", Trial())
    for words in [
      "An toàn", "Ổn định", "Tin cậy", "Chính xác", "Thường xuyên", "Kịp thời", "Bưu gửi bị mất", "5.000/10.000",
      "1 trên 2", "Không cho biết:", "Tháng 03/2026", "UBND Phường Điện Biên Phủ",
      "So với khi biết đến hết ngày",
      "Him Lam",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let english = try await settled("/figures?lang=en", Trial())
    for words in ["Safe", "Timely", "5,000 per 10,000", "1 of 2", "It can’t say:", "Computed at", "2026-03-12 09:00"] {
      #expect(english.contains(words), "\(words)")
    }
    #expect(!text.contains("{{") && !text.contains("style="))
  }

  @Test("programs get the figures that the core makes of the same events")
  func json() async throws {
    let trial = try await Trial()
    let text = try await settled("/api/v1/figures?period=2026-Q1", trial)
    let period = try #require(Period(quarter: "2026-Q1"))
    let figures = try #require(
      try await trial.store.figures(of: [FigureScope(period: period, known: trial.now)]).first)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let expected = String(decoding: try encoder.encode(figures.indicators), as: UTF8.self)
    #expect(
      text == "{\"figures\":\(expected),\"from\":\"2026-01-01\",\"known\":\"\(trial.now.rfc3339)\","
        + "\"to\":\"2026-03-31\"}\n")
  }

  @Test("a period that is none, and a code that nobody has, are refused")
  func refusals() async throws {
    let trial = try await Trial()
    for bad in ["x", "2026-13", "2026-Q5", "2026-H3", "20266", "-1"] {
      #expect(try await trial.answer("/figures?period=\(bad)").status == 400, "\(bad)")
    }
    for period in ["2026", "2026-H1", "2026-Q4", "2026-02", "0000", "9999-12"] {
      #expect(try await trial.answer("/figures?period=\(period)").status == 200, "\(period)")
    }
    await trial.server.site.figureBook.settled()
    #expect(try await trial.answer("/figures?agency=H18.999").status == 404)
    #expect(try await trial.answer("/figures?office=999999").status == 404)
    #expect(try await trial.answer("/figures?office=!").status == 400)
  }

  @Test("a lead sees the own agency's figures, the post none of an agency, and an inspector those of all")
  func roles() async throws {
    let trial = try await Trial(access: Trial.access())
    let own = try await settled("/api/v1/figures", trial, as: "lan")
    #expect(own.contains(#""agency":"H18.101""#) && own.contains(#""code":"H18.101""#))
    let other = try await settled("/api/v1/figures", trial, as: "minh")
    #expect(other.contains(#""agency":"H18.107""#) && !other.contains("H18.101"))
    #expect(try await !settled("/figures", trial, as: "lan").contains("Him Lam"))
    for path in ["/api/v1/figures", "/api/v1/figures?office=381100", "/figures", "/api/v1/overview", "/"] {
      let post = try await settled(path, trial, as: "buu-ta")
      for hidden in ["H18.101\"", #""code":"processing""#, #""code":"agency""#, "Giải quyết</span>", "Cơ quan, "] {
        #expect(!post.contains(hidden) || path.contains("overview"), "\(hidden) at \(path)")
      }
      #expect(!post.contains(#""code":"agency""#), "\(path)")
    }
    #expect(try await settled("/figures", trial, as: "thanh").contains("Giải quyết hồ sơ theo cơ quan"))
  }

  @Test("the overview tells how timely the post and the agencies are, and when that was computed")
  func overview() async throws {
    let trial = try await Trial()
    #expect(try await trial.answer("/").text.contains("Đang tính, chưa có số liệu"))
    await trial.server.site.figureBook.settled()
    let text = try await trial.answer("/").text
    #expect(text.contains(#"<a href="/figures">Bưu chính, 1 trên 1</a></dt><dd>100%</dd>"#))
    #expect(text.contains("Tính lúc <time"))
    #expect(try await trial.answer("/api/v1/overview").text.contains(#""id":"within""#))
  }

  @Test("figures are read again once they are a minute old, and not before")
  func age() async throws {
    let trial = try await Trial()
    let book = trial.server.site.figureBook
    let question = FigureBook.Question(period: trial.server.site.thisMonth)
    let logger = Logger(label: "t") { _ in SwiftLogNoOpLogHandler() }
    let begun = trial.now
    for (seconds, known) in [(0, 0), (59, 0), (60, 60), (61, 60), (150, 150), (5, 5)] as [(Int64, Int64)] {
      trial.time = begun.advanced(by: .seconds(seconds))
      _ = await book.figures(question, logger: logger)
      await book.settled()
      #expect(await book.figures(question, logger: logger)?.known == begun.advanced(by: .seconds(known)))
    }
  }

  @Test("what is asked for while figures are read is read next, all at once, and only so much is kept")
  func many() async throws {
    let source = CountedSource()
    let book = FigureBook(source: { _ in source }, now: { instant("2026-03-12 09:00") })
    let logger = Logger(label: "t") { _ in SwiftLogNoOpLogHandler() }
    let questions = (1...40).compactMap { Period(year: "20\($0 < 10 ? "0" : "")\($0)") }.map {
      FigureBook.Question(period: $0)
    }
    for question in questions { _ = await book.figures(question, logger: logger) }
    await book.settled()
    #expect(source.portions.value <= 4)
    #expect(await book.figures(questions[39], logger: logger) != nil)
    #expect(await book.figures(questions[0], logger: logger) == nil)
    await book.stop()
    #expect(await book.figures(questions[1], logger: logger) == nil)
  }

  @Test("a store that fails is asked again by the next who looks")
  func failing() async throws {
    let source = CountedSource(failures: 1)
    let book = FigureBook(source: { _ in source }, now: { instant("2026-03-12 09:00") })
    let logger = Logger(label: "t") { _ in SwiftLogNoOpLogHandler() }
    let question = FigureBook.Question(period: Period(day: day("2026-03-01")))
    _ = await book.figures(question, logger: logger)
    await book.settled()
    #expect(await book.figures(question, logger: logger) == nil)
    await book.settled()
    #expect(await book.figures(question, logger: logger) != nil)
  }
}

/// A source of figures of nothing, in two portions, that counts how often it is asked.
private final class CountedSource: FigureSource {
  let portions = Counter()
  private let failures: Int

  init(failures: Int = 0) {
    self.failures = failures
  }

  func figures(
    of scopes: [FigureScope], from cursor: FigureCursor, limit: Int
  ) async throws(StoreError) -> FigurePortion {
    #expect(limit <= 200)
    if portions.add() <= failures { throw StoreError.damaged(what: "a trial") }
    return FigurePortion(
      figures: scopes.map { QualityFigures($0, calendar: SampleRules.calendar, registry: SampleRules.registry) },
      next: nil)
  }
}

/// A count that grows.
private final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func add() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
