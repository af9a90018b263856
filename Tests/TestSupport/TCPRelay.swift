internal import Foundation

/// A link to a server on this machine that can die without a word: `Tests/tcp-relay`.
public final class TCPRelay: Sendable {
  /// What passes.
  public enum State: String, Sendable, CaseIterable {
    /// Everything.
    case open
    /// Nothing.
    case stalled
    /// Nothing from the server to the client.
    case deaf
    /// Nothing from the client to the server.
    case mute
  }

  /// The port on 127.0.0.1 to connect to.
  public let port: UInt16
  private let process: Process
  private let input = Pipe()

  /// A relay to the server at a port of 127.0.0.1.
  ///
  /// - Parameter target: the server's port.
  /// - Returns: the relay, which lets everything pass.
  /// - Throws: ``NotListening`` where it ends instead.
  public static func start(to target: UInt16) async throws -> TCPRelay {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try TCPRelay(to: target) }) }
    }
  }

  private init(to target: UInt16) throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "tcp-relay")
    process = Process()
    port = try process.startListening(script, ["\(target)"], input: input)
  }

  deinit {
    process.terminate()
  }

  /// Says what passes from now on.
  /// - Throws: where the relay has ended.
  public func set(_ state: State) throws {
    try input.fileHandleForWriting.write(contentsOf: Data("\(state.rawValue)\n".utf8))
  }
}
