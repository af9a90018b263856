import ArgumentParser
import Daemon
import Dossiers
import Foundation
import Settings

/// Where the configuration is.
struct ConfigOption: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "The configuration file.",
      discussion: "DOSSIERD_CONFIG where it is not given, and /etc/dossierd/dossierd.yaml where neither is.",
      valueName: "file"), completion: .file())
  var file: String?

  var path: String {
    file ?? ProcessInfo.processInfo.environment["DOSSIERD_CONFIG"] ?? "/etc/dossierd/dossierd.yaml"
  }

  func load() throws(SettingsError) -> Settings {
    try Settings.load(path, environment: ProcessInfo.processInfo.environment, now: SystemClock().now)
  }
}
