import Foundation

/// A real receiver of webhooks for tests, `Tests/webhook-sink`, which keeps every request that it takes.
public final class WebhookSink: Sendable {
  /// A request that was kept.
  public struct Request: Sendable, Decodable {
    /// `POST`.
    public let method: String
    /// The path and query.
    public let path: String
    /// The header fields, names in small letters.
    public let headers: [String: String]
    /// The body.
    public let body: String
    /// The number of the connection that brought it.
    public let connection: Int
    /// The status that it was answered with, 0 where it got none.
    public let answer: Int

    /// Its `webhook-id`.
    public var id: String? { headers["webhook-id"] }
  }

  /// What went wrong.
  public struct Failure: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// The port on 127.0.0.1.
  public let port: UInt16
  private let folder: URL
  private let process: Process
  private let input = Pipe()

  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "webhook-sink")

  /// A receiver that is ready, started with the further `arguments` that `webhook-sink --help` tells of.
  ///
  /// - Parameters:
  ///   - arguments: such as `["--fail", "status=500", "--times", "1"]`.
  ///   - port: the port, or 0 for a free one.
  /// - Returns: the receiver.
  /// - Throws: ``NotListening`` where it ends instead.
  public static func start(_ arguments: [String] = [], port: UInt16 = 0) async throws -> WebhookSink {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try WebhookSink(arguments, port: port) })
      }
    }
  }

  private init(_ arguments: [String], port: UInt16) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "webhook-sink-\(UUID().uuidString)")
    process = Process()
    self.port = try process.startListening(
      WebhookSink.script, ["--port", String(port), "--folder", folder.path] + arguments, input: input)
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Ends the receiver and waits until it has ended; its requests stay.
  public func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.pollUntilEnded()
  }

  /// Returns once a receiver that is to hang does so.
  /// - Throws: ``WaitedInVain`` where it does not in time.
  public func hangs() async throws {
    let mark = folder.appending(path: "hanging").path
    try await waitUntil("webhook-sink hangs") { FileManager.default.fileExists(atPath: mark) }
  }

  /// The requests kept so far, in the order of their coming.
  /// - Throws: what reading them throws.
  public func requests() throws -> [Request] {
    try files().map { try JSONDecoder().decode(Request.self, from: Data(contentsOf: $0)) }
  }

  /// Has Python look at the signatures of all requests kept.
  ///
  /// - Parameter secrets: the secrets, each of which must have signed each.
  /// - Throws: `Failure` that says which signature is wrong, or that there is no request.
  public func verify(_ secrets: String) async throws {
    let files = try files().map(\.path)
    guard !files.isEmpty else { throw Failure(description: "expected requests to verify, and there is none") }
    let outcome = try await ProcessRunner.run(WebhookSink.script.path, ["--verify", secrets] + files)
    guard outcome.status == 0 else { throw Failure(description: outcome.errors) }
  }

  private func files() throws -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { folder.appending(path: $0) }
  }
}
