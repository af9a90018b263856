internal import Foundation

/// A link to a server on this machine that can die without a word, or spoil what the server says: `Tests/tcp-relay`.
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
  /// - Parameters:
  ///   - target: the server's port.
  ///   - spoiling: on how many of the first links a fault is put into what the server says, at a place that the seed
  ///     decides; nil for none.
  /// - Returns: the relay, which lets everything pass.
  /// - Throws: ``NotListening`` where it ends instead.
  public static func start(
    to target: UInt16, spoiling: (links: Int, seed: UInt64)? = nil
  ) async throws -> TCPRelay {
    let arguments = ["\(target)"] + (spoiling.map { ["\($0.seed)", "\($0.links)"] } ?? [])
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try TCPRelay(arguments) }) }
    }
  }

  private init(_ arguments: [String]) throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "tcp-relay")
    process = Process()
    port = try process.startListening(script, arguments, input: input)
  }

  deinit {
    // It ends with its input; a signal may be blocked, as Foundation starts children from a thread of dispatch.
    try? input.fileHandleForWriting.close()
    process.pollUntilEnded()
  }

  /// Says what passes from now on.
  /// - Throws: where the relay has ended.
  public func set(_ state: State) throws {
    try input.fileHandleForWriting.write(contentsOf: Data("\(state.rawValue)\n".utf8))
  }
}
