import Dossiers
import TestSupport
import Testing

struct ExplanationTests {
  @Test("working days are told day by day, equal days together")
  func workingDays() {
    #expect(
      told(.workingDays(5), from: "2026-03-02 16:00") == [
        "03-02 16:00 to 03-03 00:00 day-of-receipt",
        "03-03 00:00 to 03-07 00:00 counted 4.0",
        "03-07 00:00 to 03-09 00:00 rest-day",
        "03-09 00:00 to 03-10 00:00 counted 1.0",
      ])
  }

  @Test("each holiday and each swapped day has its name")
  func names() {
    let swapped = CalendarDefinition.SpecialDay(
      isWorked: true, name: "Làm bù cho Thứ Sáu 02/01/2026", nameEn: "Worked for Friday 2 January 2026")
    let off = CalendarDefinition.SpecialDay(
      isWorked: false, name: "Nghỉ hoán đổi với Thứ Bảy 10/01/2026", nameEn: "Swapped with Saturday 10 January 2026")
    let newYear = CalendarDefinition.SpecialDay(isWorked: false, name: "Tết Dương lịch", nameEn: "New Year's Day")
    let calendar = WorkingCalendar(
      CalendarDefinition(
        hours: SampleRules.stateHours,
        specialDays: [day("2026-01-01"): newYear, day("2026-01-02"): off, day("2026-01-10"): swapped]))
    let explanation = calendar.explanation(of: .workingDays(6), from: instant("2025-12-31 23:59"))
    #expect(
      explanation.pieces.map(\.why) == [
        .rule(.dayOfReceipt), .closed(.dayOff(newYear)), .closed(.dayOff(off)), .closed(.restDay),
        .counted(swapped: nil), .counted(swapped: swapped),
      ])
    #expect(explanation.dueDate.lastDay == day("2026-01-10"))
  }

  @Test("a pause lies within its working days, and a rest day under it stays a rest day")
  func pausedDays() {
    #expect(
      told(
        .workingDays(3), from: "2026-03-04 10:00", paused: [("2026-03-05 13:30", "2026-03-09 11:30")]) == [
          "03-04 10:00 to 03-05 00:00 day-of-receipt",
          // Four of seven and a half hours.
          "03-05 00:00 to 03-05 13:30 counted 0.533334",
          "03-05 13:30 to 03-07 00:00 paused 0",
          "03-07 00:00 to 03-09 00:00 rest-day",
          "03-09 00:00 to 03-09 11:30 paused 0",
          "03-09 11:30 to 03-12 00:00 counted 2.466666",
        ])
  }

  @Test("a pause from closing time to the next opening is shown and costs nothing")
  func idlePause() {
    #expect(
      told(.workingDays(2), from: "2026-03-02 10:00", paused: [("2026-03-03 17:00", "2026-03-04 07:30")]) == [
        "03-02 10:00 to 03-03 00:00 day-of-receipt",
        "03-03 00:00 to 03-03 17:00 counted 1.0",
        "03-03 17:00 to 03-04 07:30 paused 0",
        "03-04 07:30 to 03-05 00:00 counted 1.0",
      ])
  }

  @Test("working hours are told stretch by stretch, with night, break and rest day")
  func workingHours() {
    #expect(
      told(.working(6), from: "2026-03-06 11:00", paused: [("2026-03-06 16:00", "2026-03-09 08:00")]) == [
        "03-06 11:00 to 03-06 11:30 counted 0:30",
        "03-06 11:30 to 03-06 13:30 break",
        "03-06 13:30 to 03-06 16:00 counted 2:30",
        "03-06 16:00 to 03-06 17:00 paused 0",
        "03-06 17:00 to 03-07 00:00 outside-hours",
        "03-07 00:00 to 03-09 00:00 rest-day",
        "03-09 00:00 to 03-09 07:30 outside-hours",
        "03-09 07:30 to 03-09 08:00 paused 0",
        "03-09 08:00 to 03-09 11:00 counted 3:00",
      ])
  }

  @Test("an agency that opens on Saturday counts its own hours")
  func agencyHours() {
    #expect(
      told(.working(1), from: "2026-03-06 16:30", agency: "H18.107") == [
        "03-06 16:30 to 03-06 17:00 counted 0:30",
        "03-06 17:00 to 03-07 07:30 outside-hours",
        "03-07 07:30 to 03-07 08:00 counted 0:30",
      ])
  }

  @Test("plain days count rest days, and only the last one rolls on")
  func plainDays() {
    #expect(
      told(.days(5), from: "2026-03-02 10:00") == [
        "03-02 10:00 to 03-03 00:00 day-of-receipt",
        "03-03 00:00 to 03-08 00:00 counted 5.0",
        "03-08 00:00 to 03-09 00:00 rest-day",
        "03-09 00:00 to 03-10 00:00 rolled-on",
      ])
  }

  @Test("of pauses that overlap, each piece belongs to the one that began first")
  func overlap() {
    #expect(
      told(
        .hours(seconds: 7200), from: "2026-03-02 08:00",
        paused: [("2026-03-02 09:30", "2026-03-02 11:00"), ("2026-03-02 09:00", "2026-03-02 10:00")]) == [
          "03-02 08:00 to 03-02 09:00 counted 1:00",
          "03-02 09:00 to 03-02 10:00 paused 1",
          "03-02 10:00 to 03-02 11:00 paused 0",
          "03-02 11:00 to 03-02 12:00 counted 1:00",
        ])
  }

  @Test("a pause without an end is the last piece")
  func endless() {
    #expect(
      told(.workingDays(2), from: "2026-03-02 10:00", paused: [("2026-03-03 17:00", nil)]) == [
        "03-02 10:00 to 03-03 00:00 day-of-receipt",
        "03-03 00:00 to 03-03 17:00 counted 1.0",
        "03-03 17:00 to no end paused 0",
      ])
    #expect(
      told(.working(2), from: "2026-03-02 10:00", paused: [("2026-03-01 17:00", nil)]) == [
        "03-02 10:00 to no end paused 0"
      ])
  }

  @Test("a same-day term received after the cut-off is counted from the next working day")
  func cutOff() {
    let explanation = SampleRules.calendar.explanation(
      of: .workingDays(0), from: instant("2026-03-02 16:00"), countedFrom: instant("2026-03-03 00:00"))
    #expect(
      explanation.lines == [
        "03-02 16:00 to 03-03 00:00 after-cut-off", "03-03 00:00 to 03-04 00:00 counted 1.0",
      ])
  }

  @Test("a same-day term has what was left of its day, and gets back what a pause took of it")
  func sameDay() {
    let explanation = SampleRules.calendar.explanation(
      of: .workingDays(0), from: instant("2026-03-02 07:30"),
      pauses: [Pause(from: instant("2026-03-02 13:30"), until: instant("2026-03-02 17:00"))])
    #expect(
      explanation.lines == [
        "03-02 07:30 to 03-02 13:30 counted 0.533334", "03-02 13:30 to 03-02 17:00 paused 0",
        "03-02 17:00 to 03-04 00:00 counted 0.466666",
      ])
    let late = SampleRules.calendar.explanation(of: .workingDays(0), from: instant("2026-03-02 17:30"))
    #expect(late.lines == ["03-02 17:30 to 03-03 00:00 rest-of-last-day"])
  }

  @Test("thirds of days that pauses leave add up to the term")
  func thirds() {
    // Two and a half of seven and a half hours are paused on each of three days.
    let mornings = ["2026-03-03", "2026-03-04", "2026-03-05"].map {
      Pause(from: instant("\($0) 07:30"), until: instant("\($0) 10:00"))
    }
    let explanation = SampleRules.calendar.explanation(
      of: .workingDays(5), from: instant("2026-03-02 16:00"), pauses: mornings)
    #expect(explanation.dueDate.lastDay == day("2026-03-10"))
    #expect(explanation.pieces.reduce(0) { $0 + $1.used.number } == 5_000_000)
  }

  @Test("where the day of the start counts, it counts as a whole")
  func firstDay() {
    let explanation = SampleRules.calendar.explanation(
      of: .workingDays(2), from: instant("2026-03-02 13:30"), countsFirstDay: true)
    #expect(explanation.lines == ["03-02 13:30 to 03-04 00:00 counted 1.466666"])
    #expect(explanation.dueDate.lastDay == day("2026-03-03"))
    let late = SampleRules.calendar.explanation(
      of: .days(1), from: instant("2026-03-06 18:00"), countsFirstDay: true)
    #expect(late.lines == ["03-06 18:00 to 03-07 00:00 counted 0.25"])
  }

  @Test("a term that ends elsewhere for another reason is told up to there")
  func otherEnd() {
    // Five plain days end on Saturday 7 March, and by its own rule this term on the working day before.
    let explanation = SampleRules.calendar.explanation(
      of: .days(5), from: instant("2026-03-02 10:00"), dueDate: DueDate(lastDay: day("2026-03-06")))
    #expect(
      explanation.lines == ["03-02 10:00 to 03-03 00:00 day-of-receipt", "03-03 00:00 to 03-07 00:00 counted 4.0"])
  }

  @Test("a calendar without working time ahead says so")
  func closedForGood() {
    let closed = WorkingCalendar(CalendarDefinition(hours: OpeningHours(weekdays: [])))
    let explanation = closed.explanation(of: .workingHours(seconds: 60), from: instant("2026-03-02 10:00"))
    #expect(explanation.lines == ["03-02 10:00 to no end no-working-time"])
  }

  @Test("no time at all has no pieces")
  func nothing() {
    #expect(told(.working(0), from: "2026-03-02 12:00").isEmpty)
  }

  private func told(
    _ allowance: Allowance, from start: String, paused: [(String, String?)] = [], agency: String? = nil
  ) -> [String] {
    let pauses = paused.map { Pause(from: instant($0), until: $1.map { instant($0) }) }
    return SampleRules.calendar.explanation(
      of: allowance, from: instant(start), pauses: pauses, agency: agency.map { code($0) }
    ).lines
  }
}

extension Explanation {
  /// A line for each piece: from, until, why, the pause's place in the list, and what was used.
  var lines: [String] {
    pieces.map { piece in
      var words = ["\(piece.from.minute) to \(piece.until?.minute ?? "no end") \(piece.why.code)"]
      if case .paused(let index) = piece.why { words.append("\(index)") }
      switch piece.used {
      case .days(0), .time(.zero): break
      case .days(let millionths): words.append("\(Double(millionths) / 1_000_000)")
      case .time(let span):
        let minutes = span.seconds / 60
        words.append("\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)")
      }
      return words.joined(separator: " ")
    }
  }
}

extension Instant {
  /// Month, day, hour and minute in Vietnam.
  fileprivate var minute: String { "\(LocalDate(self).description.dropFirst(5)) \(clockTime.dropLast(3))" }
}
