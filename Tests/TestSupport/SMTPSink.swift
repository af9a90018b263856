public import Foundation

/// A real mail server for tests, `Tests/smtp-sink`, which keeps every mail that it takes.
public final class SMTPSink: Sendable {
  /// What kept it from starting.
  public struct Failure: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// The port on 127.0.0.1.
  public let port: UInt16
  /// Where the mails are.
  public let maildir: URL
  private let process: Process
  private let input = Pipe()

  static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "smtp-sink")

  /// A server that is ready, started with the further `arguments` that `smtp-sink --help` tells of.
  ///
  /// - Parameters:
  ///   - arguments: such as `["--fail", "refuse-4xx"]`.
  ///   - port: the port, or 0 for a free one.
  ///   - maildir: where mails are kept, or nil for a folder of its own.
  /// - Returns: the server.
  /// - Throws: ``NotListening`` where it ends instead.
  public static func start(_ arguments: [String] = [], port: UInt16 = 0, maildir: URL? = nil) async throws -> SMTPSink {
    let maildir = maildir ?? FileManager.default.temporaryDirectory.appending(path: "smtp-sink-\(UUID().uuidString)")
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try SMTPSink(arguments, port: port, maildir: maildir) })
      }
    }
  }

  private init(_ arguments: [String], port: UInt16, maildir: URL) throws {
    process = Process()
    self.port = try process.startListening(
      SMTPSink.script, ["--port", String(port), "--maildir", maildir.path] + arguments, input: input)
    self.maildir = maildir
  }

  deinit {
    stop()
  }

  /// Ends the server and waits until it has ended; its mails stay.
  public func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.pollUntilEnded()
  }

  /// Lets a server that was started with `--times` fail once more.
  public func failOnceMore() { kill(process.processIdentifier, SIGUSR1) }

  /// Returns once a server that is to hang (`silence`, `hang-in-data`, `silence-after-dot`) does so.
  /// - Throws: `Failure` after ten seconds.
  public func hangs() async throws {
    let mark = maildir.appending(path: "hanging").path
    for _ in 0..<500 {
      if FileManager.default.fileExists(atPath: mark) { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw Failure(description: "expected smtp-sink to hang within 10 s, and it does not")
  }

  /// The mails kept so far, in the order of their coming.
  /// - Throws: what reading them throws.
  public func mails() throws -> [SMTPSinkMail] {
    try SMTPSinkMail.all(in: maildir)
  }
}
