import ArgumentParser
import Daemon
import Dossiers
import Settings
import Store

/// `archive`: moves what is over for years out of the store.
struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Moves dossiers that are over for years from the store to its archive.",
    discussion: """
      A dossier is moved, with its envelopes, their events, alerts and notices, once all of what hangs together with \
      it is over and nothing of it was heard for so many years; never under the 5 years for which Circular 17/2017, \
      article 14, has records kept. May run beside the daemon, which does it in small portions between others. Broken \
      off, it is simply run again.

      The archive is 'store.archive' of the settings. While it lies there, every command that reads the store reads \
      both as one, and the pages find what was moved; by itself it is opened with --store. From then on the log is \
      whole only with it, and 'backup' keeps both.

      The store's file does not shrink, as the room in it is used again.
      """)

  /// Circular 17/2017/TT-BTTTT, article 14.
  private static let leastYears = 5
  private static let portion = 200

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("For how many years nothing was heard, 5 at least.", valueName: "years"))
  var olderThan: Int

  func validate() throws {
    guard (ArchiveCommand.leastYears...100).contains(olderThan) else {
      throw ValidationError(
        "Expected 5 to 100 years: records are kept for 5 (Circular 17/2017/TT-BTTTT, article 14); found \(olderThan).")
    }
  }

  func run() async throws {
    let settings = try common.settings()
    let before = ArchiveCommand.day(LocalDate(.current), lessYears: olderThan).start
    // An event of which the store knows nothing any more would count a second time.
    guard Instant.current.advanced(by: -.days(Int64(settings.intake.staleDays))) > before else {
      throw CommandError.unknown(
        "Events of \(settings.intake.staleDays) days ago are still taken ('intake.stale-days'), and would be taken anew"
      )
    }
    let client = ControlClient(settings)
    var dossiers = 0
    var events = 0
    var cursor: Int64? = .min
    while let after = cursor {
      let reply = try await client.ask(.archive(before: before, after: after, limit: ArchiveCommand.portion))
      guard reply.isDone, let portion = reply.archived else {
        Diagnostics.say("dossierctl: \(reply.message)")
        throw CommandError.reported(.inputOutput)
      }
      dossiers += portion.dossiers
      events += portion.events
      cursor = portion.next
      Diagnostics.progress("\(dossiers) dossiers")
    }
    Diagnostics.endProgress()
    var output = Output()
    if common.json {
      try output.json(
        Answer(archive: settings.store.archive, before: before.rfc3339, dossiers: dossiers, events: events))
    } else {
      try output.sentence("\(dossiers) dossiers with \(events) events were moved to \(settings.store.archive)")
    }
    try output.flush()
  }

  /// The same day, or 28 February, so many years earlier.
  private static func day(_ day: LocalDate, lessYears years: Int) -> LocalDate {
    let parts = "\(day)".split(separator: "-")
    guard parts.count == 3, let year = Int(parts[0]) else { return day.adding(-366 * years) }
    let earlier = String(year - years)
    return LocalDate("\(earlier)-\(parts[1])-\(parts[2])") ?? LocalDate("\(earlier)-02-28") ?? day.adding(-366 * years)
  }

  private struct Answer: Encodable {
    let archive: String
    let before: String
    let dossiers: Int
    let events: Int
  }
}
