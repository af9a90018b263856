import Dossiers
import TestSupport
import Testing

struct PauseTests {
  @Test(
    "a pause moves a term in working days by the working time that it covers",
    arguments: [
      five("from closing to the next opening", ("2026-03-03 17:00", "2026-03-04 07:30"), due: "2026-03-09"),
      five("in the lunch break", ("2026-03-03 11:30", "2026-03-03 13:30"), due: "2026-03-09"),
      five("over a weekend", ("2026-03-06 17:00", "2026-03-09 07:30"), due: "2026-03-09"),
      five("on the day of receipt", ("2026-03-02 16:10", "2026-03-02 17:00"), due: "2026-03-09"),
      five("a whole day", ("2026-03-04 00:00", "2026-03-05 00:00"), due: "2026-03-10"),
      five("an afternoon costs the day", ("2026-03-04 13:30", "2026-03-04 17:00"), due: "2026-03-10"),
      five(
        "an afternoon and the next morning make one day", ("2026-03-04 13:30", "2026-03-05 11:30"), due: "2026-03-10"),
      five("three days", ("2026-03-03 07:30", "2026-03-05 17:00"), due: "2026-03-12"),
      five("on the last day", ("2026-03-09 08:00", "2026-03-09 17:00"), due: "2026-03-10"),
      five("after the last day", ("2026-03-10 08:00", "2026-03-10 17:00"), due: "2026-03-09"),
      five("before the start", ("2026-02-02 08:00", "2026-03-02 08:00"), due: "2026-03-09"),
      five("without an end", ("2026-03-04 09:00", nil), due: nil),
      five("without an end from the last evening on", ("2026-03-09 17:00", nil), due: "2026-03-09"),
      five("ends before it begins", ("2026-03-04 09:00", "2026-03-03 09:00"), due: "2026-03-09"),
      five("over a weekend and two days before it", ("2026-03-05 07:30", "2026-03-09 17:00"), due: "2026-03-12"),
      DueCase(
        "over a weekend and a feast, of which two days were worked", "2026-04-21 10:00", .workingDays(5),
        paused: [("2026-04-24 07:30", "2026-04-28 17:00")], due: "2026-05-05"),
      DueCase(
        "over a worked Saturday costs it", "2026-01-07 10:00", .workingDays(3),
        paused: [("2026-01-09 17:00", "2026-01-12 07:30")], due: "2026-01-12"),
      DueCase(
        "two supplements, of two days and of two halves", "2026-03-02 10:00", .workingDays(10),
        paused: [("2026-03-04 07:30", "2026-03-05 17:00"), ("2026-03-10 13:30", "2026-03-11 11:30")],
        due: "2026-03-19"),
      DueCase(
        "two that share a day count it once", "2026-03-02 16:00", .workingDays(5),
        paused: [("2026-03-04 00:00", "2026-03-06 00:00"), ("2026-03-05 00:00", "2026-03-07 00:00")],
        due: "2026-03-12"),
      DueCase(
        "over Tết", "2026-02-12 10:00", .workingDays(2), paused: [("2026-02-13 17:00", "2026-02-23 07:30")],
        due: "2026-02-23"),
      DueCase(
        "overlapping pauses count once", "2026-03-02 16:00", .workingDays(5),
        paused: [("2026-03-04 00:00", "2026-03-05 00:00"), ("2026-03-04 08:00", "2026-03-04 17:00")], due: "2026-03-10"),
      DueCase(
        "thirds of three days make one", "2026-03-02 16:00", .workingDays(5),
        paused: [
          ("2026-03-03 07:30", "2026-03-03 10:00"), ("2026-03-04 07:30", "2026-03-04 10:00"),
          ("2026-03-05 07:30", "2026-03-05 10:00"),
        ], due: "2026-03-10"),
      DueCase(
        "the same day, its afternoon lost", "2026-03-02 10:00", .workingDays(0),
        paused: [("2026-03-02 13:30", "2026-03-02 17:00")], due: "2026-03-03"),
      DueCase(
        "the same day, without an end", "2026-03-02 10:00", .workingDays(0), paused: [("2026-03-02 13:30", nil)],
        due: nil),
      DueCase(
        "an afternoon lost is had on the afternoon on which a long pause ends", "2026-03-02 10:00", .workingDays(0),
        paused: [("2026-03-02 13:30", "2026-03-11 12:00")], due: "2026-03-11"),
    ])
  func workingDays(_ row: DueCase) { row.check() }

  @Test(
    "a pause moves a term in hours or plain days by its own length of that time",
    arguments: [
      DueCase(
        "an hour of a morning", "2026-03-02 07:30", .working(4), paused: [("2026-03-02 08:00", "2026-03-02 09:00")],
        due: "2026-03-02 14:30"),
      DueCase(
        "the night", "2026-03-02 16:00", .working(2), paused: [("2026-03-02 17:00", "2026-03-03 07:30")],
        due: "2026-03-03 08:30"),
      DueCase(
        "the lunch break", "2026-03-02 11:00", .working(1), paused: [("2026-03-02 11:30", "2026-03-02 13:30")],
        due: "2026-03-02 14:00"),
      DueCase(
        "a weekend from closing to opening", "2026-03-06 16:00", .working(2),
        paused: [("2026-03-06 17:00", "2026-03-09 07:30")], due: "2026-03-09 08:30"),
      DueCase(
        "a feast with half an hour before and after it", "2026-04-24 16:00", .working(2),
        paused: [("2026-04-24 16:30", "2026-04-28 08:00")], due: "2026-04-28 09:30"),
      DueCase(
        "a Saturday morning on which the agency opens", "2026-03-06 16:30", .working(1),
        paused: [("2026-03-06 17:00", "2026-03-09 07:30")], agency: "H18.107", due: "2026-03-09 08:00"),
      DueCase(
        "two that overlap count once", "2026-03-02 07:30", .working(4),
        paused: [("2026-03-02 08:00", "2026-03-02 09:00"), ("2026-03-02 08:30", "2026-03-02 09:30")],
        due: "2026-03-02 15:00"),
      DueCase(
        "used up as an endless pause begins", "2026-03-02 07:30", .working(1), paused: [("2026-03-02 08:30", nil)],
        due: "2026-03-02 08:30"),
      DueCase(
        "an endless pause before that", "2026-03-02 07:30", .working(1), paused: [("2026-03-02 08:29", nil)], due: nil),
      DueCase(
        "plain hours", "2026-03-02 07:30", .hours(seconds: 7200), paused: [("2026-03-02 08:00", "2026-03-02 20:00")],
        due: "2026-03-02 21:30"),
      DueCase(
        "plain days", "2026-03-02 10:00", .days(10), paused: [("2026-03-05 12:00", "2026-03-06 12:00")],
        due: "2026-03-13"),
      DueCase(
        "plain days without an end", "2026-03-02 10:00", .days(10), paused: [("2026-03-05 12:00", nil)], due: nil),
    ])
  func others(_ row: DueCase) { row.check() }

  /// Five working days from Monday 2 March 2026, 16:00: without a pause, Monday 9 March.
  private static func five(_ reason: String, _ pause: (String, String?), due: String?) -> DueCase {
    DueCase(reason, "2026-03-02 16:00", .workingDays(5), paused: [pause], due: due)
  }
}
