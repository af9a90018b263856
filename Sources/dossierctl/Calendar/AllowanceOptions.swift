import ArgumentParser
import Dossiers

/// How long a term is: exactly one of four ways to say it.
struct AllowanceOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Hours of opening, from the start on.", valueName: "n"),
    transform: Reading.amount)
  var workingHours: Double?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Working days, from the day after the start.", valueName: "n"),
    transform: Reading.amount)
  var workingDays: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Plain days; a last day that is a day off rolls on.", valueName: "n"),
    transform: Reading.amount)
  var days: Double?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Plain hours, from the start on.", valueName: "n"),
    transform: Reading.amount)
  var hours: Double?

  func validate() throws {
    guard said.count == 1 else {
      throw ValidationError("Expected exactly one of --working-hours, --working-days, --days, --hours.")
    }
  }

  /// The term, hours to the second and days to the millionth.
  var allowance: Allowance { said.first ?? .hours(seconds: 0) }

  private var said: [Allowance] {
    [
      workingHours.map { .workingHours(seconds: rounded($0 * 3600)) },
      workingDays.map { .workingDays(millionths: rounded($0 * 1_000_000)) },
      days.map { .days(millionths: rounded($0 * 1_000_000)) },
      hours.map { .hours(seconds: rounded($0 * 3600)) },
    ].compactMap(\.self)
  }

  private func rounded(_ number: Double) -> Int64 { Int64(number.rounded()) }
}
