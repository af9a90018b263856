import Dossiers
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon

/// The letter of apology with a new date: Decree 61/2018/NĐ-CP art. 19(9).
struct ApologyTests {
  private func letters(_ notices: [Notice], to receiver: ReceiverID = Desk.lead, at now: String) throws -> [String] {
    try Desk().draft(of: notices, to: receiver, at: now).attachments.map(\.name).filter {
      $0.hasPrefix("phieu-xin-loi")
    }
  }

  @Test("a warning carries the letter until the day before the last one, and not on the last day itself")
  func inTime() throws {
    let warning = Desk.notice(1, .warning, lastDay: "2026-03-12")
    #expect(try letters([warning], at: "2026-03-11 23:59") == ["phieu-xin-loi-H18.101-260302-0001.html"])
    #expect(try letters([warning], at: "2026-03-12 00:00").isEmpty)
  }

  @Test("a breach carries it, a dossier that was given a new date once does not and says why")
  func once() throws {
    #expect(try letters([Desk.notice(1, .breach)], at: "2026-03-12 08:00").count == 1)
    let spent = Desk.notice(1, .breach, isRescheduled: true)
    #expect(try letters([spent], at: "2026-03-12 08:00").isEmpty)
    let text = try Desk().draft(of: [spent], at: "2026-03-12 08:00").rendered.text
    #expect(text.contains("Đã hẹn lại một lần; luật không cho hẹn lại lần nữa"))
    #expect(text.contains("Việc cần làm: Giải quyết và trả kết quả ngay."))
  }

  @Test("only processing and promised dates are apologised for, only by the agency, and only what is not done")
  func whose() throws {
    let now = "2026-03-12 08:00"
    #expect(try letters([Desk.notice(1, .breach, clock: .promise)], at: now).count == 1)
    #expect(try letters([Desk.notice(1, .breach, clock: .return)], at: now).isEmpty)
    #expect(try letters([Desk.notice(1, .breach)], to: Desk.post, at: now).isEmpty)
    #expect(try letters([Desk.notice(1, .breach)], to: Desk.head, at: now).count == 1)
    #expect(try letters([Desk.notice(1, .resolved, met: "2026-03-11 09:00")], at: now).isEmpty)
  }

  @Test("a dossier has one letter, and a mail ten; the others are named with the command")
  func many() throws {
    let two = [Desk.notice(1, .breach), Desk.notice(1, .breach, clock: .promise)]
    #expect(try letters(two, at: "2026-03-12 08:00").count == 1)
    let draft = try Desk().draft(of: (1...34).map { Desk.notice($0, .breach) }, at: "2026-03-12 08:00")
    #expect(draft.attachments.count == 11)
    #expect(draft.rendered.text.contains("Phiếu của 24 hồ sơ khác / those of 24 others:\n  H18.101-260302-0011\n"))
    #expect(draft.rendered.text.contains("(+4)\n  dossierctl mail preview apology --dossier H18.101-260302-0011"))
  }

  @Test("the letter names agency, dossier, procedure and dates, and leaves name and reason to be written")
  func letter() throws {
    let draft = try Desk().draft(of: [Desk.notice(1, .warning, lastDay: "2026-03-12")], at: "2026-03-10 08:00")
    let html = String(decoding: try #require(draft.attachments.first).bytes, as: UTF8.self)
    for words in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
      "UBND Phường Điện Biên Phủ", "ngày 10 tháng 03 năm 2026", "Ngày 05/03/2026,", "<b>H18.101-260302-0001</b>",
      "mã thủ tục 1.004884", "Ngày hẹn trả kết quả: <b>12/03/2026</b>", "trả kết quả vào ngày <b>17/03/2026</b>",
      "@page { size: A4", "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
    ] { #expect(html.contains(words), "\(words)") }
    #expect(draft.rendered.text.contains("đề xuất hẹn lại ngày 17/03/2026"))
  }

  @Test(
    "the new date is half of the term again, one working day at least and ten at most, and never in the past",
    arguments: [
      ("1.000001", Allowance.workingDays(1), "2026-03-12", "2026-03-10 08:00", "2026-03-13"),
      ("1.000001", .workingDays(60), "2026-03-12", "2026-03-10 08:00", "2026-03-26"),
      ("1.000001", .workingDays(4), "2026-03-12", "2026-03-20 08:00", "2026-03-24"),
      ("1.000001", .days(14), "2026-03-12", "2026-03-10 08:00", "2026-03-19"),
    ])
  func newDate(procedure: String, term: Allowance, lastDay: String, now: String, proposed: String) throws {
    let subject = try #require(Desk.notice(1, .breach, lastDay: lastDay).subject)
    let other = NoticeSubject(
      clock: .process, item: nil, dossiers: subject.dossiers, origin: subject.origin, procedure: code(procedure),
      deadline: subject.deadline, dossierStage: nil, shipmentStage: nil, lastSeen: nil)
    let desk = try Desk(registry: SampleRules.registry(adding: [procedure: term]))
    let apology = Apology(
      dossier: Desk.dossier(1), subject: other, context: desk.composer.context(of: Desk.lead, at: instant(now)))
    #expect(apology.proposed == day(proposed))
  }
}
