public import Logging
import Dossiers
import Foundation

/// Where the daemon's log goes: to systemd's journal with its fields where systemd runs it, else to standard error as
/// text.
public struct DaemonLog: LogHandler {
  /// Where lines go.
  enum Outlet: Sendable {
    /// To the journal that listens at a path.
    case journal(DatagramSocket, path: String)
    /// To standard error.
    case text
  }

  private static let journalPath = "/run/systemd/journal/socket"

  /// What each line bears.
  public var metadata: Logger.Metadata = [:]
  /// The least level that is logged.
  public var logLevel = Logger.Level.info
  private let outlet: Outlet

  init(_ outlet: Outlet) {
    self.outlet = outlet
  }

  /// The log of a process with this environment.
  public init(environment: [String: String]) {
    guard DaemonLog.isJournal(environment["JOURNAL_STREAM"]), let socket = DatagramSocket() else {
      self.init(.text)
      return
    }
    self.init(.journal(socket, path: DaemonLog.journalPath))
  }

  /// What each line bears under a name.
  public subscript(metadataKey name: String) -> Logger.Metadata.Value? {
    get { metadata[name] }
    set { metadata[name] = newValue }
  }

  /// Logs one thing.
  public func log(event: LogEvent) {
    let line = LogLine(event, metadata)
    switch outlet {
    case .text:
      DaemonLog.write("\(SystemClock().now.rfc3339) \(line.level) \(line.text)")
    case .journal(let socket, let path):
      if socket.send(JournalEntry(line).bytes, to: path) { return }
      // systemd reads the level in front of a line.
      DaemonLog.write("<\(line.level.priority)>\(line.text)")
    }
  }

  /// Whether standard error goes to the journal: `JOURNAL_STREAM` names the device and the file that it was given.
  private static func isJournal(_ stream: String?) -> Bool {
    var status = stat()
    guard let stream, fstat(STDERR_FILENO, &status) == 0 else { return false }
    return stream == "\(status.st_dev):\(status.st_ino)"
  }

  /// One line, whatever stands in it: what strangers wrote must not move the cursor of who reads it.
  private static func write(_ text: String) {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " | ")
    FileHandle.standardError.write(Data("\(line.escapingControls)\n".utf8))
  }
}
