import Foundation

/// What a fault cost, counted.
struct Score: Encodable {
  private enum CodingKeys: String, CodingKey {
    case fault, times
    case eventsLost = "events_lost"
    case alertsDoubled = "alerts_doubled"
    case mailsRepeated = "mails_repeated"
    case recoverSecondsMax = "recover_seconds_max"
  }

  let fault: String
  /// How often it struck.
  let times: Int
  /// Events that the broker had, and that are not in the log.
  let eventsLost: Int
  /// Alerts that somebody was told of twice, in mails of different names.
  let alertsDoubled: Int
  /// Mails that came once more under the same name.
  let mailsRepeated: Int
  /// The longest time from the end of a fault until something was committed again.
  let recoverSecondsMax: Double

  /// Adds it as a line of JSON to the file that `TORTURE_OUTPUT` names, and tells it to whoever watches.
  func publish() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = try encoder.encode(self) + Data("\n".utf8)
    FileHandle.standardError.write(Data("torture, seed \(Seed.here): ".utf8) + line)
    guard let path = ProcessInfo.processInfo.environment["TORTURE_OUTPUT"], !path.isEmpty else { return }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: line)
    try file.close()
  }
}
