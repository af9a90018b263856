import Dossiers
import Foundation
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon

/// A mail that tells of many.
struct TableMailTests {
  private static let now = "2026-03-12 08:00"

  private static let forty =
    (1...34).map { Desk.notice($0, .breach, lastDay: day("2026-02-02").adding($0).description) }
    + (35...40).map { Desk.notice($0, .warning, lastDay: "2026-03-\($0 - 20)") }

  @Test("forty late dossiers are one table, the longest delay first, then the warnings by their last day")
  func order() async throws {
    let mail = try Desk().draft(of: TableMailTests.forty.shuffled(), at: TableMailTests.now)
    let text = mail.rendered.text
    let line = try Regex("[0-9]+[.] (H18[.]101-260302-[0-9]{4}) - .*", as: (Substring, Substring).self)
    let codes = text.split(separator: "\n").compactMap { $0.wholeMatch(of: line).map { String($0.1) } }
    #expect(codes == (1...40).map { Desk.dossier($0).text })
    #expect(text.contains("Quá hạn (34) / Overdue") && text.contains("Sắp quá hạn (6) / Due soon"))
    #expect(!text.contains("Vì sao hạn như vậy") && !text.contains("trong danh sách kèm theo /"))
    #expect(mail.rendered.html.components(separatedBy: "<td class=\"a\">").count == 41)
    let rows = try await rows(ofCSV: Data(#require(mail.attachments.first).bytes))
    #expect(rows.dropFirst().map { $0[1] } == codes)
  }

  @Test("lost items stand after breaches and before warnings")
  func lost() throws {
    var notices = TableMailTests.forty
    let item: ItemID = code("EA123456785VN")
    notices.append(
      Notice(
        id: 99, alert: 99, what: .lost,
        subject: NoticeSubject(
          clock: nil, item: item, dossiers: [], origin: nil, procedure: nil, deadline: nil, dossierStage: nil,
          shipmentStage: .lost, lastSeen: nil), explained: nil, since: instant("2026-03-01 08:00")))
    let text = try Desk().draft(of: notices, at: TableMailTests.now).rendered.text
    #expect(text.contains("35. EA123456785VN\n   bưu gửi thất lạc, thất lạc\n   => Liên hệ bưu cục"), "\(text)")
  }

  @Test("ten are told as cards without a list, eleven as a table with one")
  func border() throws {
    let ten = try Desk().draft(of: Array(TableMailTests.forty.prefix(10)), at: TableMailTests.now)
    #expect(ten.rendered.html.components(separatedBy: "class=\"card\"").count == 11)
    #expect(!ten.attachments.contains { $0.name.hasSuffix(".csv") } && !ten.rendered.text.contains("Danh sách"))
    let eleven = try Desk().draft(of: Array(TableMailTests.forty.prefix(11)), at: TableMailTests.now)
    #expect(!eleven.rendered.html.contains("class=\"card\""))
    #expect(eleven.attachments.first?.name == "ho-so-H18.101-2026-03-12.csv")
    #expect(eleven.rendered.text.contains("ho-so-H18.101-2026-03-12.csv"))
  }

  @Test("a repeat and a new one are marked in the table")
  func tags() throws {
    let notices = (1...12).map { Desk.notice($0, .breach, reason: $0 == 3 ? .again : .first) }
    let text = try Desk().draft(of: notices, follows: true, at: TableMailTests.now).rendered.text
    #expect(text.contains("3. H18.101-260302-0003 - quá hạn 2 ngày - ngày cuối 09/03/2026 [nhắc lại]"), "\(text)")
    #expect(text.contains("4. H18.101-260302-0004 - quá hạn 2 ngày - ngày cuối 09/03/2026 [mới]"))
  }

  @Test("twenty thousand are one mail within seconds, whose HTML no mail program clips, with a list of all")
  func storm() async throws {
    let notices = (1...20_000).map { Desk.notice($0, .breach) }
    let desk = try Desk()
    var draft: Draft?
    let took = try ContinuousClock().measure {
      draft = try desk.draft(of: notices, to: Desk.post, at: TableMailTests.now)
    }
    let mail = try #require(draft)
    // Gmail clips a mail of more than 102 KB.
    #expect(mail.rendered.html.utf8.count < 80_000 && mail.rendered.text.utf8.count < 40_000)
    #expect(mail.rendered.text.contains("và 19950 việc khác, trong danh sách kèm theo"))
    #expect(mail.rendered.subject.contains("20000 quá hạn (nặng nhất 2 ngày)"))
    let list = try #require(mail.attachments.first)
    #expect(list.bytes.count < 7_000_000)
    #expect(try await rows(ofCSV: Data(list.bytes)).count == 20_001)
    #expect(took < .seconds(60), "\(took)")
  }

  @Test("ten cards with all their reasons stay below what mail programs clip")
  func cards() throws {
    let planner = DeadlinePlanner(rules: SampleRules.rules)
    let notices = TableMailTests.forty.prefix(10).map { notice in
      Notice(
        id: notice.id, alert: notice.alert, what: notice.what, subject: notice.subject,
        explained: notice.subject?.deadline.map { planner.explained($0) }, since: notice.since)
    }
    let html = try Desk(publicURL: "https://hoso.example.org").draft(of: notices, at: TableMailTests.now).rendered.html
    #expect(html.contains("Vì sao hạn như vậy") && html.utf8.count < 102_000, "\(html.utf8.count)")
  }
}
