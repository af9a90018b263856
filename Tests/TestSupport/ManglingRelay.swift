import Foundation

/// A way to a broker that spoils what the broker says on the first links, `Tests/mangling-relay`.
public final class ManglingRelay: Sendable {
  /// The port on 127.0.0.1.
  public let port: UInt16
  private let process: Process
  private let input = Pipe()

  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "mangling-relay")

  /// A relay that is ready.
  ///
  /// - Parameters:
  ///   - broker: The broker's port.
  ///   - seed: What decides where each link is spoiled.
  ///   - links: How many links are spoiled.
  /// - Returns: The relay.
  /// - Throws: ``NotListening`` where it ends instead.
  public static func start(broker: Int, seed: UInt64, links: Int) async throws -> ManglingRelay {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try ManglingRelay(["\(broker)", "\(seed)", "\(links)"]) })
      }
    }
  }

  private init(_ arguments: [String]) throws {
    process = Process()
    port = try process.startListening(ManglingRelay.script, arguments, input: input)
  }

  deinit {
    // It ends with its input; a signal may be blocked, as Foundation starts children from a thread of dispatch.
    try? input.fileHandleForWriting.close()
    process.pollUntilEnded()
  }
}
