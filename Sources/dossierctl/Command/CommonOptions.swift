import ArgumentParser
import Dossiers
import Foundation
import Settings

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The settings (default: $DOSSIERD_CONFIG, else /etc/dossierd/dossierd.yaml).", valueName: "file"),
    completion: .file())
  var config: String?

  @OptionGroup var form: FormOptions

  /// Whether a program reads what is printed.
  var json: Bool { form.json }

  @Option(
    help: ArgumentHelp(
      "Another store than that of the settings, such as an archive or a backup.", valueName: "file"),
    completion: .file())
  var store: String?

  /// The settings, read and checked.
  func settings(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(SettingsError) -> Settings {
    var environment = environment
    if let store { environment["DOSSIERD_STORE_PATH"] = URL(fileURLWithPath: store).path }
    return try Settings.load(path(environment), environment: environment, now: .current)
  }

  /// Where the settings are.
  func path(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    config ?? environment["DOSSIERD_CONFIG"] ?? "/etc/dossierd/dossierd.yaml"
  }
}

/// In which form a command prints.
struct FormOptions: ParsableArguments {
  @Flag(help: "Print JSON for programs in place of a table for people.")
  var json = false

  @Flag(help: "Print no colours; nor are there any where NO_COLOR is set, or off a terminal.")
  var noColor = false

  func validate() {
    // For all that prints, and for the pager.
    if noColor { setenv("NO_COLOR", "1", 1) }
  }
}

extension Instant {
  /// The machine's clock. Commands alone read it, and hand it on.
  static var current: Instant { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
}
