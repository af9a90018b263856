public import Foundation

/// Runs a child process to its end, within a bound, and keeps what it wrote.
public struct ProcessRunner: Sendable {
  /// How a process ended.
  public struct Outcome: Sendable {
    /// The exit status, or the signal's number where one ended it.
    public let status: Int32
    /// What it wrote to its standard output.
    public let output: String
    /// What it wrote to its standard error.
    public let errors: String
  }

  /// A process that could not be run, outlived its bound or, for ``succeed(_:_:environment:input:within:)``, failed.
  public struct Failure: Error, CustomStringConvertible {
    /// The command and what became of it.
    public let description: String
  }

  /// Runs a command.
  ///
  /// - Parameters:
  ///   - command: The program, a path or a name to look up in PATH.
  ///   - arguments: Its arguments.
  ///   - environment: Its whole environment; by default the test's own.
  ///   - input: What it reads from its standard input.
  ///   - bound: How long it may live; then it is killed.
  /// - Returns: How it ended.
  /// - Throws: ``Failure`` when it could not be started or had to be killed.
  public static func run(
    _ command: String, _ arguments: [String] = [], environment: [String: String]? = nil, input: Data = Data(),
    within bound: Duration = .seconds(60)
  ) async throws -> Outcome {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result { try runBlocking(command, arguments, environment: environment, input: input, within: bound) })
      }
    }
  }

  /// Runs a command that must exit with 0, and gives its output.
  ///
  /// - Parameters:
  ///   - command: The program, a path or a name to look up in PATH.
  ///   - arguments: Its arguments.
  ///   - environment: Its whole environment; by default the test's own.
  ///   - input: What it reads from its standard input.
  ///   - bound: How long it may live; then it is killed.
  /// - Returns: What it wrote to its standard output.
  /// - Throws: ``Failure`` otherwise.
  @discardableResult
  public static func succeed(
    _ command: String, _ arguments: [String] = [], environment: [String: String]? = nil, input: Data = Data(),
    within bound: Duration = .seconds(60)
  ) async throws -> String {
    let outcome = try await run(command, arguments, environment: environment, input: input, within: bound)
    guard outcome.status == 0 else {
      throw Failure(description: "\(command) \(arguments): status \(outcome.status): \(outcome.errors)")
    }
    return outcome.output
  }

  /// As ``run(_:_:environment:input:within:)``, on the calling thread, which must not be one of Swift's tasks.
  ///
  /// - Parameters:
  ///   - command: The program, a path or a name to look up in PATH.
  ///   - arguments: Its arguments.
  ///   - environment: Its whole environment; by default the test's own.
  ///   - input: What it reads from its standard input.
  ///   - bound: How long it may live; then it is killed.
  /// - Returns: How it ended.
  /// - Throws: ``Failure`` when it could not be started or had to be killed.
  public static func runBlocking(
    _ command: String, _ arguments: [String] = [], environment: [String: String]? = nil, input: Data = Data(),
    within bound: Duration = .seconds(60)
  ) throws -> Outcome {
    // Files rather than pipes: a full pipe that nobody reads would stop the child.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("process-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ["in", "out", "err"].map { name in
      let file = folder.appendingPathComponent(name)
      try (name == "in" ? input : Data()).write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    if let environment { process.environment = environment }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.start()
    let seconds = Double(bound.components.seconds) + Double(bound.components.attoseconds) * 1e-18
    guard ended.wait(timeout: .now() + seconds) == .success else {
      kill(process.processIdentifier, SIGKILL)
      throw Failure(description: "\(command) \(arguments): killed after \(bound)")
    }
    return Outcome(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}
