import ArgumentParser
import Dossiers
import Settings

/// Whose calendar is counted with.
struct CalendarOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The agency whose opening hours count (default: the state's).", valueName: "code"),
    transform: Reading.code)
  var agency: AgencyCode?

  /// The calendar of these settings.
  /// - Throws: ``CommandError/unknown(_:)`` where the agency is not in their registry.
  func calendar(_ settings: Settings) throws(CommandError) -> WorkingCalendar {
    if let agency, settings.rules.registry.agencies[agency] == nil {
      throw .unknown("The agency \(agency) is not in the registry")
    }
    return WorkingCalendar(settings.rules.calendar)
  }
}
