import Dossiers
import Foundation
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon

/// What a lead reads of a deadline: the shipped templates with the values of an alert.
struct AlertMailTests {
  /// A warning of `clock` as the story has it, told so often.
  private func mail(
    of story: Scenario, _ clock: ClockKind, at now: String, times: Int = 1
  ) throws -> RenderedMail {
    let report = try story.report(at: now)
    let deadline = try #require(report.deadline(clock))
    let subject = NoticeSubject(
      clock: clock, item: deadline.item, dossiers: [code(Scenario.dossier)], origin: report.origin,
      procedure: report.procedure, deadline: deadline, dossierStage: report.stage, shipmentStage: nil, lastSeen: nil)
    let explained = DeadlinePlanner(rules: story.rules).explained(deadline)
    let notices = (1...times).map {
      Notice(
        id: Int64($0), alert: 1, what: .warning, subject: subject, explained: explained, since: deadline.started)
    }
    return try Desk().draft(of: notices, at: now).rendered
  }

  @Test("a mail tells in order which days counted, which did not, and what paused the clock, each with its article")
  func days() throws {
    var story = Scenario()
    story.accept(at: "2026-03-05 08:15")
    story.scan(.held, at: "2026-03-06 00:00", reason: .forceMajeure)
    story.scan(.departed, at: "2026-03-07 00:00")
    let mail = try mail(of: story, .collect, at: "2026-03-07 09:00")
    let block = """
        Vì sao hạn như vậy / Why it is due then:
        khoản 2 Điều 7 Thông tư 17/2017/TT-BTTTT
        Circular 17/2017/TT-BTTTT art. 7(2)
        - 08:15 – 24:00 05/03/2026: ngày tiếp nhận không tính (Điều 147 Bộ luật Dân sự 2015)
          day of receipt, not counted (Civil Code 2015 art. 147)
        ‖ 06/03/2026: tạm dừng: bưu gửi được lưu giữ (bất khả kháng) (Điều 7 Thông tư 17/2017/TT-BTTTT)
          paused: item held (force majeure) (Circular 17/2017/TT-BTTTT art. 7)
        - 07/03/2026 – 08/03/2026: ngày nghỉ hằng tuần (Điều 111 Bộ luật Lao động 2019)
          weekly rest day (Labour Code 2019 art. 111)
        + 09/03/2026: được tính, 1 ngày
          counted, 1 day
        = 1 ngày làm việc / 1 day of working time
        Xem / See: dossierctl dossier H18.101-260302-0001 --explain
      """
    #expect(mail.text.contains(block), "\(mail.text)")
    #expect(mail.html.contains("<summary>Vì sao hạn như vậy"))
    #expect(mail.html.contains(#"<b class="soon" style="color:#8a5300">tạm dừng: bưu gửi được lưu giữ"#))
    #expect(mail.html.contains("- 07/03/2026 – 08/03/2026: ngày nghỉ hằng tuần (Điều 111 Bộ luật Lao động 2019)<br>"))
  }

  @Test("nights and breaks are told together with the opening hours beside them, so that a week is one line")
  func hours() throws {
    var story = Scenario()
    story.rules = Rules(
      calendar: SampleRules.calendar, policy: SampleRules.policy,
      registry: SampleRules.registry(adding: ["1.000001": .workingHours(seconds: 20 * 3600 + 1800)]))
    story.received(at: "2026-03-05 16:00", procedure: "1.000001")
    let mail = try mail(of: story, .process, at: "2026-03-05 17:00")
    let block = """
        + 16:00 05/03/2026 – 24:00 06/03/2026: được tính trong giờ làm việc, 8 giờ 30 phút
          counted in opening hours, 8 h 30 min
        - 07/03/2026 – 08/03/2026: ngày nghỉ hằng tuần (Điều 111 Bộ luật Lao động 2019)
          weekly rest day (Labour Code 2019 art. 111)
        + 00:00 09/03/2026 – 14:00 10/03/2026: được tính trong giờ làm việc, 12 giờ
          counted in opening hours, 12 h
        = 20 giờ 30 phút làm việc / 20 h 30 min of working time
      """
    #expect(mail.text.contains(block), "\(mail.text)")
  }

  @Test("a term to a given date says so, and a clock that stands still has a piece without an end")
  func withoutCount() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.note(.supplementRequested(until: day("2026-03-20")), at: "2026-03-03 09:00")
    let given = try mail(of: story, .supplement, at: "2026-03-04 09:00").text
    #expect(given.contains("thời hạn đến ngày đã định 20/03/2026, không đếm từng phần"), "\(given)")
    let paused = try mail(of: story, .process, at: "2026-03-04 09:00").text
    #expect(paused.contains("‖ 09:00 03/03/2026 – …: tạm dừng: chờ công dân bổ sung giấy tờ"), "\(paused)")
  }

  @Test("a due date past the decreed days off is marked as provisional")
  func provisional() throws {
    var story = Scenario()
    story.received(at: "2026-12-31 09:00", procedure: "1.004873")
    let mail = try mail(of: story, .process, at: "2026-12-31 10:00")
    #expect(mail.text.contains("Ngày cuối / Last day: 05/01/2027 (tạm tính / provisional)\n"), "\(mail.text)")
    #expect(mail.html.contains("05/01/2027 <span class=\"soon\" style=\"color:#8a5300\">(tạm tính"))
    var sure = Scenario()
    sure.received(at: "2026-03-02 09:00", procedure: "1.004873")
    #expect(try !self.mail(of: sure, .process, at: "2026-03-02 10:00").text.contains("tạm tính"))
  }

  @Test("a calendar that moved the date while the clock ran is told below the pieces")
  func moved() throws {
    var story = Scenario()
    let changed = SampleRules.definition(off: SampleRules.daysOff + ["2026-03-05"], worked: [])
    story.rules.calendars.append(WorkingCalendar(changed), recorded: instant("2026-03-04 12:00"))
    story.received(at: "2026-03-02 09:00", procedure: "1.004873")
    let text = try mail(of: story, .process, at: "2026-03-04 14:00").text
    #expect(
      text.contains(
        """
          > Lịch làm việc mới, ghi nhận lúc 12:00 04/03/2026, dời hạn từ 05/03/2026 sang 06/03/2026.
            A new calendar, recorded at 12:00 04/03/2026, moved it from 05/03/2026 to 06/03/2026.
        """), "\(text)")
  }

  @Test("a mail of more than ten alerts is a table, and leaves the reasons to the command")
  func long() throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004873")
    #expect(try mail(of: story, .process, at: "2026-03-02 10:00", times: 10).text.contains("Vì sao hạn"))
    #expect(try !mail(of: story, .process, at: "2026-03-02 10:00", times: 11).text.contains("Vì sao hạn"))
  }
}
