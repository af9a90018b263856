import ArgumentParser
import Daemon
import Foundation
import Glibc
import Logging
import Settings

/// `dossierd run`
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs the daemon until SIGTERM; SIGHUP reads the configuration anew.")

  @OptionGroup var config: ConfigOption

  @Flag(help: "Make the exchanges and queues at the broker first.")
  var declare = false

  func run() async throws {
    CoreDumps.forbid()
    signal(SIGPIPE, SIG_IGN)
    let log = DaemonLog(environment: ProcessInfo.processInfo.environment)
    LoggingSystem.bootstrap { _ in log }
    do {
      let settings = try config.load()
      let logger = Logger(label: "dossierd")
      for warning in settings.warnings where !warning.isAssumption { logger.notice("\(warning)") }
      let assumptions = settings.warnings.count(where: \.isAssumption)
      if assumptions > 0 {
        logger.notice("\(assumptions) assumptions are not confirmed; dossierd check-config lists them")
      }
      let daemon = Daemon(
        settings, load: { () throws(SettingsError) in try config.load() },
        environment: ProcessInfo.processInfo.environment, version: Version.text, logger: logger)
      if declare { try await daemon.declareTopology() }
      try await daemon.run()
    } catch {
      throw StartFailure(error)
    }
  }
}
