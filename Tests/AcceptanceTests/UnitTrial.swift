import Foundation
import TestSupport

/// The shipped systemd unit, tried under a real systemd in a box of its own, against a real broker and mail server.
enum UnitTrial {
  /// Installs the unit in a fresh box and runs lines of bash there; `Tests/tools/unit-trial` tells which words they have.
  ///
  /// - Parameters:
  ///   - script: the lines; the first that fails ends the trial.
  ///   - mailServer: where the unit's mails go; without one, to a server of its own.
  /// - Returns: what they wrote, line by line.
  /// - Throws: `Failed` with the unit's journal where a line failed, or with the reason where no systemd could be booted
  ///   here.
  static func run(_ script: String, mailServer: SMTPSink? = nil) async throws -> [String] {
    let broker = try await PrivateBroker.shared()
    let own = mailServer == nil ? try await SMTPSink.start() : nil
    defer { own?.stop() }
    let name = "trial-\(UUID().uuidString.prefix(8))"
    let environment = ProcessInfo.processInfo.environment.merging([
      "TRIAL_AMQP": broker.uri, "TRIAL_NAME": name, "TRIAL_SMTP_PORT": "\((mailServer ?? own)?.port ?? 1)",
    ]) { $1 }
    // Seen from the root, which the box shows elsewhere.
    let daemon = Built.program("dossierd").replacing(Built.root.path + "/", with: "", maxReplacements: 1)
    let outcome = try await ProcessRunner.run(
      "env",
      [
        "-C", Built.root.path, "Tests/tools/systemd-box", "-t", "60", "Tests/tools/unit-trial", daemon, script,
      ],
      environment: environment, within: .seconds(90))
    guard outcome.status == 0 else {
      throw Failed(description: "status \(outcome.status):\n\(outcome.output)\(outcome.errors)")
    }
    return outcome.output.split(separator: "\n").map(String.init)
  }

  /// A trial whose script failed, or that could not be held.
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }
}
