import Dossiers
import Foundation
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon

/// What a lead is told once a day.
struct DigestMailTests {
  private func line(_ notice: Notice) -> AlertLine {
    AlertLine(
      id: notice.id, kind: notice.what.rawValue, state: "firing", since: notice.since, raised: notice.since, over: nil,
      origin: code("H18.101"), subject: notice.subject)
  }

  private func pending(overdue: Int, dueSoon: Int, delivered: Int) -> PendingMail {
    let digest = Digest(
      since: instant("2026-03-11 07:30"), until: instant("2026-03-12 07:30"),
      overdue: (0..<overdue).map { line(Desk.notice($0 + 1, .breach)) },
      dueSoon: (0..<dueSoon).map { line(Desk.notice($0 + 500, .warning, lastDay: "2026-03-13")) },
      delivered: (0..<delivered).map {
        Digest.Delivery(
          time: instant("2026-03-11 15:00"), item: code("EA123456785VN"), dossiers: [Desk.dossier($0 + 800)])
      })
    return PendingMail(id: 1, receiver: Desk.lead, group: "digest", notices: [], digest: digest, attempts: 0)
  }

  @Test("it says what is overdue, what is near and what was delivered, in subject and text")
  func all() throws {
    let mail = try Desk().read(pending(overdue: 2, dueSoon: 1, delivered: 1), at: "2026-03-12 07:30")
    #expect(
      mail.headers["Subject"]
        == "[Hồ sơ bưu chính] Tổng hợp 12/03/2026, UBND Phường Điện Biên Phủ: 2 quá hạn (nặng nhất 2 ngày), 1 sắp quá hạn, 1 đã phát"
    )
    let text = try #require(mail.text())
    #expect(text.contains("1. H18.101-260302-0001 - quá hạn 2 ngày - ngày cuối 09/03/2026\n"), "\(text)")
    #expect(text.contains("1. H18.101-260302-0500 - còn 1 ngày - ngày cuối 13/03/2026\n"), "\(text)")
    #expect(text.contains("* H18.101-260302-0800, EA123456785VN, 15:00 11/03/2026\n"))
    #expect(text.contains("hồ sơ đã phát tính từ 07:30 11/03/2026 đến 07:30 12/03/2026"))
    #expect(mail.parts.count == 2 && mail.defects.isEmpty)
  }

  @Test("a long one shows thirty of each and has the rest in its list")
  func long() async throws {
    let mail = try Desk().read(pending(overdue: 40, dueSoon: 3, delivered: 300), at: "2026-03-12 07:30")
    let text = try #require(mail.text())
    #expect(text.contains("và 10 việc khác") && text.contains("và 270 bưu gửi khác"))
    let rows = try await rows(ofCSV: mail.parts[2].bytes)
    #expect(rows.count == 344 && rows.allSatisfy { $0.count == rows[0].count })
    #expect(try #require(mail.text(of: "text/html")).utf8.count < 80_000)
  }

  @Test("one with nothing to tell says so")
  func empty() throws {
    let mail = try Desk().read(pending(overdue: 0, dueSoon: 0, delivered: 0), at: "2026-03-12 07:30")
    #expect(mail.headers["Subject"]?.hasSuffix(": không có việc gì") == true)
    #expect(mail.text()?.contains("Không có hồ sơ quá hạn, sắp quá hạn hay vừa phát.") == true)
  }
}
