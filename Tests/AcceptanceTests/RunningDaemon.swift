import Foundation
import TestSupport

/// One run of `dossierd run`; killed at the latest when nobody holds it any more.
final class RunningDaemon: Sendable {
  private let process: Process
  private let file: URL

  init(environment: [String: String], folder: URL, declares: Bool = true) throws {
    file = folder.appending(path: "log-\(UUID().uuidString).txt")
    try Data().write(to: file)
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Foundation starts children with signals blocked when it is called from a dispatch thread.
    process.arguments = ["--default-signal", Built.program("dossierd"), "run"] + (declares ? ["--declare"] : [])
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let output = try FileHandle(forWritingTo: file)
    process.standardOutput = output
    process.standardError = output
    try process.start()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  var isRunning: Bool { process.isRunning }

  /// What it has written so far.
  var log: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

  /// The most memory that it ever held, in MiB.
  var peakMiB: Double { mebibytes("VmHWM") }

  /// The memory that it holds, in MiB.
  var residentMiB: Double { mebibytes("VmRSS") }

  private func mebibytes(_ name: String) -> Double {
    let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return line?.firstMatch(of: /(\d+) kB/).flatMap { Double($0.1) }.map { $0 / 1_024 } ?? 0
  }

  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// Sends SIGTERM and says how long the end took and with which status.
  func stop() async throws -> (took: Duration, status: Int32) {
    let began = ContinuousClock.now
    signal(SIGTERM)
    try await waitForEnd()
    return (ContinuousClock.now - began, process.terminationStatus)
  }

  /// Ends it as a power cut would, without a word.
  func kill9() async throws {
    signal(SIGKILL)
    try await waitForEnd()
  }

  func waitForEnd() async throws {
    try await waitUntil("dossierd ends") { !self.process.isRunning }
  }

  func waitForLog(_ words: String) async throws {
    try await waitUntil("the log says '\(words)'", within: .seconds(30)) { self.log.contains(words) }
  }
}
