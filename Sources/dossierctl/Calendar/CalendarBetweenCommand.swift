import ArgumentParser
import Dossiers

/// `calendar between`: how much working time lies between two instants.
struct CalendarBetweenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "between", abstract: "Says how much working time lies between two instants.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var calendarOptions: CalendarOptions

  @Argument(help: "From when: \(Reading.instant).", transform: Reading.moment)
  var from: Instant

  @Argument(help: "Until when, in the same forms; not before the first.", transform: Reading.moment)
  var until: Instant

  func validate() throws {
    guard from <= until else { throw ValidationError("Expected the earlier instant first, and then the later one.") }
  }

  func run() async throws {
    let calendar = try calendarOptions.calendar(try common.settings())
    let open = calendar.schedule(of: calendarOptions.agency).openTime(from: from, to: until)
    let answer = WorkingTime(from: from, until: until, open: open)
    var output = Output()
    if common.json {
      try output.json(answer)
    } else {
      var table = Table("from", "to", "working minutes")
      table.add(from.exactRFC3339, until.exactRFC3339, answer.minutes.text)
      try output.table(table)
    }
    try output.flush()
  }
}
