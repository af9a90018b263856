import ArgumentParser
import Dossiers
import Foundation
import Settings

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The settings (default: $DOSSIERD_CONFIG, else /etc/dossierd/dossierd.yaml).", valueName: "file"))
  var config: String?

  @Flag(help: "Print JSON for programs in place of a table for people.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Another store than that of the settings, such as an archive or a backup.", valueName: "file"))
  var store: String?

  /// The settings, read and checked.
  func settings(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(SettingsError) -> Settings {
    let path = config ?? environment["DOSSIERD_CONFIG"] ?? "/etc/dossierd/dossierd.yaml"
    var environment = environment
    if let store { environment["DOSSIERD_STORE_PATH"] = URL(fileURLWithPath: store).path }
    return try Settings.load(path, environment: environment, now: .current)
  }
}

extension Instant {
  /// The machine's clock. Commands alone read it, and hand it on.
  static var current: Instant { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
}
