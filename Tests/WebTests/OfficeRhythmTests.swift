import Dossiers
import Foundation
import Store
import TestSupport
import Testing

@testable import Web

@Suite("The rhythm of a post office") struct OfficeRhythmTests {
  /// The office 381100 scans on two days of the weeks before 12 March 2026.
  private static func trial() async throws -> Trial {
    let trial = try await Trial()
    _ = try await trial.answer("/offices/381100")
    _ = try await trial.answer("/api/v1/offices/381100")
    await trial.server.site.figureBook.settled()
    return trial
  }

  @Test("is not there at the first look, and the page says so")
  func first() async throws {
    #expect(try await Trial().answer("/offices/381100").text.contains("Đang tính, chưa có số liệu"))
    #expect(try await !Trial().answer("/api/v1/offices/382500").text.contains(#""known""#))
  }

  @Test("is drawn and stands in a table with its weeks, where working days without a scan are marked in words")
  func page() async throws {
    let trial = try await OfficeRhythmTests.trial()
    let vietnamese = try await trial.answer("/offices/381100").text
    #expect(vietnamese.contains("2 lượt quét, ") && vietnamese.contains("ngày làm việc không có lượt quét nào"))
    #expect(vietnamese.contains(#"<svg class="rhythm""#) && vietnamese.contains(#"aria-hidden="true""#))
    #expect(vietnamese.contains(#"<th scope="row"><time datetime="2026-03-02">02/03/2026</time></th>"#))
    #expect(vietnamese.contains(#"<span class="badge bad">0</span><small>không quét</small>"#))
    let english = try await trial.answer("/offices/381100?lang=en").text
    #expect(english.contains("2 scans") && english.contains("<small>no scan</small>"))
    #expect(english.contains("<small>day off</small>") && english.contains("<small>not over</small>"))
    #expect(!english.contains("{{") && !english.contains("lượt quét"))
  }

  @Test("is told to programs day by day, and today is not silent before it is over")
  func program() async throws {
    let trial = try await OfficeRhythmTests.trial()
    let text = try await trial.answer("/api/v1/offices/381100").text
    let answer = try JSONDecoder().decode(Told.self, from: Data(text.utf8))
    #expect(answer.known != nil)
    #expect(answer.days.first?.date == "2026-02-09" && answer.days.last?.date == "2026-03-12")
    #expect(answer.days.filter { $0.scans > 0 }.map(\.date) == ["2026-03-02", "2026-03-09"])
    let day = try #require(answer.days.first { $0.date == "2026-03-02" })
    #expect(day.accepted == 1 && day.delivered == 0 && day.working && !day.silent)
    #expect(answer.days.first { $0.date == "2026-03-03" }?.silent == true)
    #expect(answer.days.first { $0.date == "2026-03-07" }.map { $0.working || $0.silent } == false)
    #expect(answer.days.last?.silent == false)
  }

  private struct Told: Decodable {
    struct Day: Decodable {
      let date: String
      let scans: Int
      let accepted: Int
      let delivered: Int
      let working: Bool
      let silent: Bool
    }

    let known: String?
    let days: [Day]
  }
}
