import Foundation

/// The daemon at work on a store of its own.
struct DaemonProcess: Sendable {
  /// When its link to the broker stood, and the queue was not yet asked for anything: before the first delivery, however
  /// fast that came, and where its peers begin to count.
  let started: ContinuousClock.Instant
  private let child: Child

  /// Starts the daemon on the database at `store`; settings in `others` go before the usual ones.
  init(_ bench: Workbench, store: String, policy: String? = nil, others: [String: String] = [:]) async throws {
    var environment = [
      "DOSSIERD_BROKER_URI": bench.places.broker,
      "DOSSIERD_STORE_PATH": store,
      "DOSSIERD_WEB_LISTEN": "off",
      // Nothing is mailed meanwhile: notices are gathered for longer than anything here lasts.
      "DOSSIERD_ALERTS_CALENDAR_HORIZON_DAYS": "0",
      "DOSSIERD_ALERTS_GROUP_WAIT_SECONDS": "86400",
      "DOSSIERD_MAIL_HOST": "127.0.0.1",
      "DOSSIERD_MAIL_PORT": "1",
    ]
    if let policy { environment["DOSSIERD_FILES_POLICY"] = policy }
    environment.merge(others) { $1 }
    child = try Child(
      bench.places.dossierd, ["run", "--declare", "--config", bench.places.config], environment: environment)
    started = try await child.line(with: "connected to the broker", within: .seconds(60))
  }

  /// Waits until it consumes.
  func isListening() async throws {
    _ = try await child.line(with: "listening to the queue", within: .seconds(30))
  }

  /// Has it stand still, until it may go on.
  func halt() { kill(child.pid, SIGSTOP) }

  /// Has it go on.
  func goOn() { kill(child.pid, SIGCONT) }

  /// The most memory that it ever held, in MiB.
  var peakMiB: Double {
    let status = (try? String(contentsOfFile: "/proc/\(child.pid)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Double($0.split(whereSeparator: \.isWhitespace)[1]) }.map { $0 / 1024 } ?? 0
  }

  /// Ends it as systemd would.
  func stop() async throws {
    _ = try await child.stop(within: .seconds(15))
  }
}
