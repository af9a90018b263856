import Dossiers
public import Settings
import Foundation
import Store

/// Has an operator's request carried out: by the running daemon, or here where none runs.
public struct ControlClient: Sendable {
  private let settings: Settings

  /// A client of the daemon of these settings.
  public init(_ settings: Settings) {
    self.settings = settings
  }

  /// Asks and waits for the answer.
  /// - Throws: `ControlError` where the daemon cannot be asked, `StoreError` where the database cannot be opened.
  public func ask(_ request: ControlRequest) async throws -> ControlReply {
    do {
      return try askDaemon(request)
    } catch .nobodyListens {
      let telling = Telling(settings)
      let store = try SQLiteStore(
        path: settings.store.path, telling: telling, backups: BackupFolder(path: settings.backup.folder),
        archive: settings.store.archive)
      let desk = ControlDesk(
        store: store, reader: Reader(settings), longestSilence: telling.routing.longestSilence,
        login: Login.name(of: getuid()))
      return try await desk.handle(request, at: SystemClock().now)
    }
  }

  /// How the running daemon is; nil where none runs.
  /// - Throws: `ControlError` where it cannot be asked.
  public func status() throws(ControlError) -> DaemonStatus? {
    do throws(ControlError) {
      if let status = try askDaemon(.status).status { return status }
    } catch .nobodyListens {
      return nil
    }
    throw .notUnderstood(path: settings.store.socket)
  }

  private func askDaemon(_ request: ControlRequest) throws(ControlError) -> ControlReply {
    let path = settings.store.socket
    let call = try LocalSocket.connect(to: path)
    defer { close(call) }
    guard let bytes = try? JSONEncoder().encode(request) else { throw .notUnderstood(path: path) }
    LocalSocket.write(Array(bytes) + [UInt8(ascii: "\n")], to: call)
    guard let line = LocalSocket.readLine(call),
      let reply = try? JSONDecoder().decode(ControlReply.self, from: Data(line))
    else { throw .notUnderstood(path: path) }
    return reply
  }
}
