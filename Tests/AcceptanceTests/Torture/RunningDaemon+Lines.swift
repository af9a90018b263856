import TestSupport

extension RunningDaemon {
  /// How many lines of its log hold `words`.
  func lines(with words: String) -> Int { log.split(separator: "\n").count { $0.contains(words) } }

  /// Waits until more than `count` lines of its log hold `words`.
  func waitForMoreLines(than count: Int, with words: String, within bound: Duration = .seconds(60)) async throws {
    try await waitUntil("the log says once more '\(words)'", within: bound) { lines(with: words) > count }
  }
}
