import ArgumentParser
import Dossiers

/// `calendar due`: when a term ends.
struct CalendarDueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Says when a term ends.",
    discussion: """
      A term in hours starts at once. One in days counts from the day after, ends at 24:00 of its last day and rolls \
      on from a day off (Civil Code 2015, articles 147 and 148). Pauses may overlap; their time does not count.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var calendarOptions: CalendarOptions
  @OptionGroup var term: AllowanceOptions

  @Argument(help: "When the term starts: \(Reading.instant); - reads one start a line and answers each.")
  var start: String

  @Option(
    help: ArgumentHelp("Time that does not count; FROM/ has no end yet. May be repeated.", valueName: "from/until"),
    transform: Reading.pause)
  var pause: [Pause] = []

  @Flag(help: "Say piece by piece which time counted, which did not, and why.")
  var explain = false

  func validate() throws {
    guard start == "-" || Instant(moment: start) != nil else {
      throw ValidationError("Expected \(Reading.instant), found '\(start)'.")
    }
  }

  func run() async throws {
    let calendar = try calendarOptions.calendar(try common.settings())
    var answers = DueAnswers(isJSON: common.json)
    if let start = Instant(moment: start) {
      try answers.add(answer(start, calendar))
    } else {
      var input = try InputLines("-")
      while let lines = try input.next() {
        for line in lines {
          let text = String(decoding: line.bytes, as: UTF8.self).filter { $0 != " " && $0 != "\t" }
          guard let start = Instant(moment: text) else {
            try answers.finish()
            throw CommandError.wrongLine(
              path: "-", line: line.number, problem: "expected \(Reading.instant), found '\(text)'.")
          }
          try answers.add(answer(start, calendar))
        }
        try answers.leave()
      }
    }
    try answers.finish()
  }

  private func answer(_ start: Instant, _ calendar: WorkingCalendar) -> DueAnswer {
    let agency = calendarOptions.agency
    let dueDate = calendar.dueDate(from: start, term.allowance, pauses: pause, agency: agency)
    return DueAnswer(
      start: start, dueDate: dueDate, isProvisional: calendar.isProvisional(dueDate),
      explanation: explain
        ? calendar.explanation(of: term.allowance, from: start, pauses: pause, agency: agency) : nil)
  }
}
