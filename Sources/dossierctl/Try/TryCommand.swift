import ArgumentParser
import Dossiers
import Foundation
import Settings
import Store

/// `try`: which dossiers would be due when by other rules.
struct TryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "Shows what another policy or calendar would change, and changes nothing.",
    discussion: """
      Holds every deadline of the database by the rules in force against what it would be if the other policy or \
      calendar had held all the time. Shows those whose due date or state would be another one. May run beside the \
      daemon.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("A policy file, as files.policy in the settings.", valueName: "file"), completion: .file())
  var policy: String?

  @Option(
    help: ArgumentHelp("A calendar file, as files.calendar in the settings.", valueName: "file"), completion: .file())
  var calendar: String?

  private static let portion = 500

  func validate() throws {
    guard policy != nil || calendar != nil else { throw ValidationError("Expected --policy or --calendar, or both.") }
  }

  func run() async throws {
    let other = try common.settings(policy: policy, calendar: calendar).rules
    let settings = try common.settings()
    let store = try SQLiteStore(path: settings.store.path, access: .reader)
    let document = RulesDocument(calendar: other.calendar, policy: other.policy, registry: settings.rules.registry)
    let now = Instant.current
    var shown = TrialTable(isJSON: common.json, now: now)
    var cursor: ReplanCursor? = .start
    var looked = 0
    while let from = cursor {
      let portion = try await store.dueChanges(by: document, from: from, limit: TryCommand.portion, at: now)
      for change in portion.changes { try shown.add(change) }
      cursor = portion.next
      looked += TryCommand.portion
      Diagnostics.progress("\(looked) items and dossiers")
    }
    Diagnostics.endProgress()
    try shown.finish()
  }
}

extension CommonOptions {
  /// The settings with another policy or calendar, as seen from the folder that the command was called in.
  fileprivate func settings(policy: String?, calendar: String?) throws(SettingsError) -> Settings {
    var environment = ProcessInfo.processInfo.environment
    let folder = FileManager.default.currentDirectoryPath
    for (name, path) in [("DOSSIERD_FILES_POLICY", policy), ("DOSSIERD_FILES_CALENDAR", calendar)] {
      guard let path else { continue }
      environment[name] = path.hasPrefix("/") ? path : folder + "/" + path
    }
    return try settings(environment)
  }
}
