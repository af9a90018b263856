import Foundation

/// A server for tests that ended instead of listening.
public struct NotListening: Error, CustomStringConvertible {
  /// The sentence.
  public let description: String
}

extension Process {
  /// Starts the server `script`, which says "listening PORT" once it is ready, and returns the port.
  /// - Throws: ``NotListening`` where it ends instead.
  func startListening(_ script: URL, _ arguments: [String], input: Pipe) throws -> UInt16 {
    let output = Pipe()
    executableURL = script
    self.arguments = arguments
    standardInput = input
    standardOutput = output
    try start()
    var line = ""
    while !line.hasSuffix("\n") {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      line += String(decoding: more, as: UTF8.self)
    }
    guard line.hasPrefix("listening "), let port = UInt16(line.dropFirst(10).prefix { $0.isNumber }) else {
      throw NotListening(
        description: "\(script.lastPathComponent) did not start: expected 'listening PORT', found '\(line)'")
    }
    return port
  }

  /// Returns once the process has ended. Foundation's `waitUntilExit` turns a run loop, which the threads of Swift
  /// tasks do not have.
  func pollUntilEnded() {
    while isRunning { usleep(5000) }
  }
}
