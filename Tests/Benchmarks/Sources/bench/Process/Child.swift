import Foundation
import Glibc
import Synchronization

/// A program that runs beside us.
///
/// Its number lies in the folder that `BENCH_PIDS` names for as long as it runs, so that who started us can end it where
/// we cannot.
struct Child: Sendable {
  /// A line that it said, and when we heard it.
  struct Line: Sendable {
    let text: String
    let heard: ContinuousClock.Instant
  }

  let pid: Int32
  private let process: Process
  private let lines: AsyncStream<Line>
  private let said = Said()

  /// Starts `program`; what it says on both of its outputs is heard as one.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let pipe = Pipe()
    process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    pid = process.processIdentifier
    Child.register(pid)
    lines = Child.lines(of: pipe.fileHandleForReading)
  }

  /// Waits for a line that contains `text`, and tells when it was heard.
  func line(with text: String, within limit: Duration) async throws -> ContinuousClock.Instant {
    try await hear(text, within: limit).heard
  }

  /// Waits for a line that contains `text`.
  func hear(_ text: String, within limit: Duration) async throws -> Line {
    let alarm = killing(after: limit)
    defer { alarm.cancel() }
    for await line in lines {
      said.add(line.text)
      if line.text.contains(text) { return line }
    }
    throw BenchError.unsaid(program: name, expected: text, said: said.lines)
  }

  /// Waits for its end, which is to be a good one, and returns all that it said.
  @discardableResult
  func finish(within limit: Duration) async throws -> [String] {
    let (status, said) = await end(within: limit)
    guard status == 0 else { throw BenchError.failed(program: name, status: status, said: said) }
    return said
  }

  /// Waits for its end, however it ends.
  func end(within limit: Duration) async -> (status: Int32, said: [String]) {
    let alarm = killing(after: limit)
    defer { alarm.cancel() }
    for await line in lines { said.add(line.text) }
    process.waitUntilExit()
    Child.strike(pid)
    return (process.terminationStatus, said.lines)
  }

  /// Asks it to end, and waits for that.
  func stop(within limit: Duration) async throws -> [String] {
    if process.isRunning { process.terminate() }
    return try await finish(within: limit)
  }

  /// Whether it has not ended.
  var isRunning: Bool { process.isRunning }

  /// Ends it at once.
  func kill() {
    Glibc.kill(pid, SIGKILL)
    process.waitUntilExit()
    Child.strike(pid)
  }

  private var name: String { process.executableURL?.lastPathComponent ?? "a program" }

  private func killing(after limit: Duration) -> DispatchWorkItem {
    let alarm = DispatchWorkItem { [process, pid] in
      if process.isRunning { Glibc.kill(pid, SIGKILL) }
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit.seconds, execute: alarm)
    return alarm
  }

  /// The lines as they come; the thread ends with the pipe.
  private static func lines(of handle: FileHandle) -> AsyncStream<Line> {
    let (stream, continuation) = AsyncStream<Line>.makeStream()
    Thread.detachNewThread {
      var rest: [UInt8] = []
      while case let chunk = handle.availableData, !chunk.isEmpty {
        let now = ContinuousClock.now
        rest += chunk
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          continuation.yield(Line(text: String(decoding: rest[..<end], as: UTF8.self), heard: now))
          rest.removeSubrange(...end)
        }
      }
      continuation.finish()
    }
    return stream
  }

  private static func mark(of pid: Int32) -> String? {
    ProcessInfo.processInfo.environment["BENCH_PIDS"].map { "\($0)/\(pid)" }
  }

  private static func register(_ pid: Int32) {
    if let mark = mark(of: pid) { try? Data().write(to: URL(fileURLWithPath: mark)) }
  }

  private static func strike(_ pid: Int32) {
    if let mark = mark(of: pid) { try? FileManager.default.removeItem(atPath: mark) }
  }

  /// What was heard so far.
  private final class Said: Sendable {
    private let heard = Mutex<[String]>([])
    var lines: [String] { heard.withLock { $0 } }
    func add(_ line: String) { heard.withLock { $0.append(line) } }
  }
}

extension Duration {
  /// The same length as a number of seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
