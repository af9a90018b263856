import Dossiers
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon
@testable import Settings

/// Why a mail was sent, in sentences.
struct WhyTests {
  private static let now = "2026-03-12 08:00"

  private func why(_ notice: Notice, follows: Bool = false) throws -> String {
    let text = try Desk().draft(of: [notice], follows: follows, at: WhyTests.now).rendered.text
    return try #require(text.split(separator: "\n").first { $0.hasPrefix("Vì sao có thư này: ") }).description
  }

  @Test("a first mail says so, and one that follows others of its group says that it is new among them")
  func first() throws {
    #expect(try why(Desk.notice(1, .breach)) == "Vì sao có thư này: Báo lần đầu: đã quá hạn.")
    #expect(
      try why(Desk.notice(1, .breach), follows: true)
        == "Vì sao có thư này: Việc mới, cùng nhóm với thư trước: đã quá hạn.")
  }

  @Test("an escalated mail says who was told in vain, by the steps of the clock or else the usual ladder")
  func escalated() throws {
    let lead =
      "Vì sao có thư này: Chuyển lên quý vị (bước 1) vì đã báo người phụ trách của cơ quan mà chưa xong: đã quá hạn."
    #expect(try why(Desk.notice(1, .breach, reason: .escalated, step: 1)) == lead)
    let steps = [
      ClockRule.Escalation(after: .workingDays(1), to: .head),
      ClockRule.Escalation(after: .workingDays(2), to: .peoplesCommittee),
      ClockRule.Escalation(after: .workingDays(3), to: .operator),
    ]
    let third = try why(Desk.notice(1, .breach, reason: .escalated, step: 3, escalation: steps))
    #expect(third.contains("người phụ trách của cơ quan, người đứng đầu cơ quan, Văn phòng UBND tỉnh mà chưa xong"))
    let usual = try why(Desk.notice(1, .breach, reason: .escalated, step: 3))
    #expect(usual.contains("người phụ trách của cơ quan, người đứng đầu cơ quan, Bưu điện tỉnh mà chưa xong"))
  }

  @Test("a repeat and a reminder say why they come again")
  func again() throws {
    #expect(try why(Desk.notice(1, .breach, reason: .again)).hasSuffix("Nhắc lại vì vẫn chưa xong: đã quá hạn."))
    #expect(
      try why(Desk.notice(1, .breach, reason: .reminder)).hasSuffix(
        "Nhắc lại vì đã hết thời gian hoãn sau khi xác nhận mà vẫn chưa xong: đã quá hạn."))
  }

  @Test(
    "what follows says what became of it",
    arguments: [
      (Notice.What.resolved, "đã xong, trễ hạn"), (.retracted, "rút lại, thực ra đúng hạn, thư trước không còn đúng"),
      (.changed, "hạn đã đổi"), (.cancelled, "không còn phải làm"),
    ])
  func followUps(what: Notice.What, words: String) throws {
    let notice = Desk.notice(1, what, reason: .followUp, met: what == .resolved ? "2026-03-11 09:00" : nil)
    #expect(try why(notice) == "Vì sao có thư này: Tiếp theo thư trước: \(words).")
  }

  @Test("a mail of several says how many for each reason, and each of them why by itself")
  func several() throws {
    let notices = [
      Desk.notice(1, .breach, reason: .escalated, step: 1), Desk.notice(2, .breach),
      Desk.notice(3, .breach, reason: .again),
      Desk.notice(4, .resolved, reason: .followUp, met: "2026-03-11 09:00"),
    ]
    let mail = try Desk().draft(of: notices, to: Desk.head, at: WhyTests.now).rendered
    #expect(
      mail.text.contains(
        """
        Vì sao có thư này: 1 việc chuyển lên quý vị vì đã báo người phụ trách của cơ quan mà chưa xong; 1 việc báo lần \
        đầu; 1 việc nhắc lại vì vẫn chưa xong; 1 việc đã báo: đã xong, trễ hạn.
        """), "\(mail.text)")
    #expect(
      mail.text.contains("\n  Nhắc lại vì vẫn chưa xong: đã quá hạn.\n  Told again, as it still stands: a deadline"))
    #expect(mail.text.contains("Quý vị nhận thư với tư cách người đứng đầu cơ quan UBND Phường Điện Biên Phủ."))
  }

  @Test("where one reason holds for all, only the whole mail says it")
  func alike() throws {
    let text = try Desk().draft(of: [Desk.notice(1, .breach), Desk.notice(2, .breach)], at: WhyTests.now).rendered.text
    #expect(text.contains("Vì sao có thư này: 2 việc báo lần đầu.") && !text.contains("Báo lần đầu"))
  }

  @Test("a reader of English has subject, counts and reason in English first")
  func english() throws {
    let notices = [
      Desk.notice(1, .breach, reason: .again), Desk.notice(2, .breach, lastDay: "2026-03-10", reason: .again),
    ]
    let mail = try Desk(language: .english).draft(of: notices, at: WhyTests.now).rendered
    #expect(mail.subject == "[Postal dossiers] Reminder: UBND Phường Điện Biên Phủ: 2 overdue (worst 2 days)")
    let english = try #require(mail.text.firstRange(of: "Why this mail: 2 told again, as they still stand."))
    let vietnamese = try #require(mail.text.firstRange(of: "Vì sao có thư này: 2 việc nhắc lại"))
    #expect(english.lowerBound < vietnamese.lowerBound)
    #expect(mail.html.contains("<b>Why this mail:</b> 2 told again"))
  }

  @Test(
    "a subject says whom it concerns, how many and how late, and that it was escalated or told before",
    arguments: [
      (
        [Desk.notice(1, .breach), Desk.notice(2, .warning, lastDay: "2026-03-16")],
        "UBND Phường Điện Biên Phủ: 1 quá hạn (nặng nhất 2 ngày), 1 sắp quá hạn"
      ),
      ([Desk.notice(1, .breach, reason: .again)], "Nhắc lại: UBND Phường Điện Biên Phủ: 1 quá hạn (nặng nhất 2 ngày)"),
      (
        [Desk.notice(1, .breach, reason: .escalated, step: 1), Desk.notice(2, .breach)],
        "Chuyển cấp: UBND Phường Điện Biên Phủ: 2 quá hạn (nặng nhất 2 ngày)"
      ),
      (
        [Desk.notice(1, .resolved, reason: .followUp, met: "2026-03-11 09:00")], "UBND Phường Điện Biên Phủ: 1 cập nhật"
      ),
    ])
  func subjects(notices: [Notice], subject: String) throws {
    #expect(try Desk().draft(of: notices, at: WhyTests.now).rendered.subject == "[Hồ sơ bưu chính] \(subject)")
  }

  @Test("a deputy is addressed as one")
  func deputy() {
    let lead = Addressee(
      .init(name: "Phòng Tư pháp", address: "a@example.org", language: .vietnamese), inPlaceOf: "Bộ phận Một cửa")
    #expect(lead.salutation.vi == "Phòng Tư pháp (thay Bộ phận Một cửa vắng mặt)")
  }
}
