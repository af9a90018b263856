import Dossiers
import Foundation
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon

/// One cause that stands in for many dossiers.
struct CauseMailTests {
  private static let now = "2026-03-10 08:00"

  @Test("a silent office lists twenty dossiers behind it and counts the rest, which are in the attached list")
  func silentOffice() async throws {
    let mail = try Desk().draft(of: [Desk.cause(.silentOffice, behind: 27)], to: Desk.post, at: CauseMailTests.now)
    #expect(
      mail.rendered.subject
        == "[Hồ sơ bưu chính] Bưu cục 381100 Him Lam: im lặng từ 08:15 06/03/2026, 27 hồ sơ phía sau")
    let text = mail.rendered.text
    #expect(text.contains("* Bưu cục 381100 Him Lam\n  Trong giờ làm việc không có lần quét hay tín hiệu nào từ 08:15"))
    #expect(text.contains("27 hồ sơ phía sau") && text.contains("và 7 hồ sơ khác, trong danh sách kèm theo"))
    #expect(text.contains("    H18.101-260302-1019\n") && !text.contains("H18.101-260302-1020"))
    #expect(text.contains("Việc cần làm: Gọi bưu cục"))
    let list = try #require(mail.attachments.first)
    #expect(list.name == "ho-so-provincial-post-2026-03-10.csv")
    let rows = try await rows(ofCSV: .init(list.bytes))
    #expect(rows.count == 29 && rows[1][0] == "bưu cục im lặng" && rows[28][1] == "H18.101-260302-1026")
    #expect(rows[28][0] == "phía sau: bưu cục im lặng")
  }

  @Test("a cause with few dossiers behind it needs no list")
  func short() throws {
    let mail = try Desk().draft(of: [Desk.cause(.silentOffice, behind: 3)], to: Desk.post, at: CauseMailTests.now)
    #expect(mail.attachments.isEmpty && !mail.rendered.text.contains("kèm theo"))
  }

  @Test(
    "each kind of cause has words of its own",
    arguments: [
      (
        Desk.cause(.sequenceGap, matter: "/postoffices/381100/scanners/s2"),
        "Bưu cục 381100 Him Lam, /postoffices/381100/scanners/s2", "thiếu dữ liệu máy quét từ 08:15 06/03/2026"
      ),
      (
        Desk.cause(.tallyDiffers, tally: CauseMailTests.differing), "Bưu cục 381100 Him Lam",
        "bảng kê ngày 05/03/2026 khác số lần quét"
      ),
      (
        Desk.cause(.mailRefused, office: nil, matter: "mot-cua@example.org"), "mot-cua@example.org",
        "địa chỉ thư bị từ chối"
      ),
      (Desk.cause(.calendarHorizon, office: nil, matter: "2027"), "2027", "lịch ngày nghỉ sắp hết"),
    ])
  func kinds(cause: Notice, title: String, inShort: String) throws {
    let mail = try Desk().draft(of: [cause], to: ReceiverID(.operator), at: CauseMailTests.now).rendered
    #expect(mail.subject.hasSuffix(": \(inShort)"), "\(mail.subject)")
    #expect(mail.text.contains("* \(title)\n") && mail.text.contains("Việc cần làm: "), "\(mail.text)")
  }

  private static let differing = TalliedDay(
    office: code("381100"), date: day("2026-03-05"), listed: .init(accepted: 20, delivered: 15),
    scanned: .init(accepted: 19, delivered: 15))

  @Test("a list that differs is told with both numbers, in Vietnamese first, and what it came to when it agrees")
  func list() throws {
    let cause = Desk.cause(.tallyDiffers, tally: CauseMailTests.differing)
    let text = try Desk().draft(of: [cause], to: Desk.post, at: CauseMailTests.now).rendered.text
    let told = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    let vietnamese = try #require(
      told.range(
        of: "Bảng kê ngày 05/03/2026 ghi nhận gửi 20, phát 15 bưu gửi; máy quét ghi nhận gửi 19, phát 15."))
    let english = try #require(
      told.range(
        of: "The hand-over list of 05/03/2026 has 20 items accepted and 15 delivered; the scanners have 19 and 15."))
    #expect(vietnamese.upperBound < english.lowerBound)
    let equal = TalliedDay(
      office: code("381100"), date: day("2026-03-05"), listed: .init(accepted: 20, delivered: 15),
      scanned: .init(accepted: 20, delivered: 15))
    let over = Notice(
      id: 1, alert: 1, what: .resolved, subject: Desk.cause(.tallyDiffers, tally: equal).subject, explained: nil,
      since: cause.since, reason: .followUp)
    let note = try Desk().draft(of: [over], to: Desk.post, at: CauseMailTests.now).rendered.text
    #expect(
      note.contains("Bưu cục 381100 Him Lam: bảng kê ngày 05/03/2026 nay khớp với máy quét: nhận gửi 20, phát 15."))
  }

  @Test("deafness among other matters is not the only thing told, and alone it has its own mail")
  func deaf() throws {
    let deaf = Notice(id: 1, alert: 1, what: .deaf, subject: nil, explained: nil, since: instant("2026-03-10 07:00"))
    let refused = Desk.cause(.mailRefused, office: nil, matter: "mot-cua@example.org")
    let both = try Desk().draft(of: [deaf, refused], to: ReceiverID(.operator), at: CauseMailTests.now).rendered
    #expect(both.text.contains("Mất liên lạc với hàng đợi từ 07:00") && both.text.contains("mot-cua@example.org"))
    let alone = try Desk().draft(of: [deaf], to: ReceiverID(.operator), at: CauseMailTests.now).rendered
    #expect(alone.text.contains("CHÚNG TÔI KHÔNG NGHE ĐƯỢC HÀNG ĐỢI") && alone.text.contains("amqp://mq.example.org/"))
    #expect(alone.text.contains("Vì sao có thư này: Báo lần đầu: không nghe được hàng đợi."))
  }

  @Test("a cause that is over is told as a note")
  func over() throws {
    let subject = Desk.cause(.silentOffice).subject
    let notice = Notice(
      id: 1, alert: 1, what: .resolved, subject: subject, explained: nil, since: instant("2026-03-06 08:15"),
      reason: .followUp)
    let text = try Desk().draft(of: [notice], to: Desk.post, at: CauseMailTests.now).rendered.text
    #expect(text.contains("* Bưu cục 381100 Him Lam: đã có tín hiệu trở lại; im lặng từ 08:15 06/03/2026."), "\(text)")
  }
}
