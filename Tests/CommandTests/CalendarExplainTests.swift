import TestSupport
import Testing

@Suite("calendar due --explain")
struct CalendarExplainTests {
  @Test("people get each piece of time with its reason in both languages and its article")
  func table() async throws {
    let outcome = try await Tool.run(
      "calendar", "due", "2026-08-27T10:00", "--working-days", "2", "--explain", "--pause",
      "2026-08-28T13:30/2026-08-28T17:00")
    #expect(outcome.status == 0)
    let rows = outcome.lines.dropFirst(3).map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(
      rows == [
        "2026-08-27T10:00:00+07:00 2026-08-28T00:00:00+07:00 - ngày tiếp nhận không tính "
          + "Điều 147 Bộ luật Dân sự 2015 day of receipt, not counted Civil Code 2015 art. 147",
        "2026-08-28T00:00:00+07:00 2026-08-28T13:30:00+07:00 0.533334 d được tính - counted -",
        "2026-08-28T13:30:00+07:00 2026-08-28T17:00:00+07:00 - tạm dừng (lần 1) - paused (pause 1) -",
        "2026-08-28T17:00:00+07:00 2026-08-29T00:00:00+07:00 - được tính - counted -",
        "2026-08-29T00:00:00+07:00 2026-08-31T00:00:00+07:00 - ngày nghỉ hằng tuần "
          + "Điều 111 Bộ luật Lao động 2019 weekly rest day Labour Code 2019 art. 111",
        "2026-08-31T00:00:00+07:00 2026-09-01T00:00:00+07:00 - ngày nghỉ: Ngày nghỉ (thay cho ngày 22/08/2026) "
          + "Điều 111, Điều 112 Bộ luật Lao động 2019 day off: Day off (substituted from 08/22/2026) Labour Code 2019 arts 111, 112",
        "2026-09-01T00:00:00+07:00 2026-09-03T00:00:00+07:00 - ngày nghỉ: Quốc khánh "
          + "Điều 111, Điều 112 Bộ luật Lao động 2019 day off: National Day Labour Code 2019 arts 111, 112",
        "2026-09-03T00:00:00+07:00 2026-09-05T00:00:00+07:00 1.466666 d được tính - counted -",
        "- 2026-09-05T00:00:00+07:00 2 d tổng cộng - in all -",
      ])
  }

  @Test("programs get the pieces in the answer, the calendar's, a pause's and a rule's apart")
  func json() async throws {
    let outcome = try await Tool.run(
      "calendar", "due", "2026-03-02T16:00", "--working-hours", "2", "--explain", "--json", "--pause",
      "2026-03-02T16:30/2026-03-03T08:00")
    #expect(
      outcome.lines == [
        #"{"due":"2026-03-03T09:30:00+07:00","last_day":null,"pieces":["#
          + #"{"from":"2026-03-02T16:00:00+07:00","kind":"counted","until":"2026-03-02T16:30:00+07:00","#
          + #""used_microseconds":1800000000,"why":"counted"},"#
          + #"{"from":"2026-03-02T16:30:00+07:00","kind":"pause","pause":0,"until":"2026-03-02T17:00:00+07:00","#
          + #""used_microseconds":0,"why":"paused"},"#
          + #"{"from":"2026-03-02T17:00:00+07:00","kind":"calendar","until":"2026-03-03T07:30:00+07:00","#
          + #""used_microseconds":0,"why":"outside-hours"},"#
          + #"{"from":"2026-03-03T07:30:00+07:00","kind":"pause","pause":0,"until":"2026-03-03T08:00:00+07:00","#
          + #""used_microseconds":0,"why":"paused"},"#
          + #"{"from":"2026-03-03T08:00:00+07:00","kind":"counted","until":"2026-03-03T09:30:00+07:00","#
          + #""used_microseconds":5400000000,"why":"counted"}],"start":"2026-03-02T16:00:00+07:00"}"#
      ])
  }

  @Test("a due date in a year that is an estimate is marked as provisional")
  func provisional() async throws {
    let json = try await Tool.run("calendar", "due", "2026-12-31", "--working-days", "1", "--json")
    #expect(
      json.lines == [
        #"{"due":"2027-01-05T00:00:00+07:00","last_day":"2027-01-04","provisional":true,"#
          + #""start":"2026-12-31T00:00:00+07:00"}"#
      ])
    let table = try await Tool.run("calendar", "due", "2026-12-31", "--working-days", "1")
    #expect(table.lines.last?.hasSuffix("2027-01-04 (tạm tính / provisional)") == true)
  }
}
