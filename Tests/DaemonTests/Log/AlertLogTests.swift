import Dossiers
import Foundation
import Logging
import Store
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite struct AlertLogTests {
  @Test("each change of an alert is a line with its fields, at a level that fits; what was before it is not told again")
  func lines() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "alert-log-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteStore(path: folder.appending(path: "d.sqlite").path)
    let rules = RulesDocument(
      calendar: SampleRules.calendarDefinition, policy: SampleRules.policy, registry: SampleRules.registry)
    _ = try await store.adopt(rules, at: instant("2018-01-01 00:00"))
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.accept("EA000000014VN", at: "2026-03-02 09:00", dossiers: ["H18.101-260302-0002"])
    story.scan("EA000000014VN", .lost, at: "2026-03-02 10:00")
    let take = { (events: ArraySlice<Event>, now: Instant) in
      let arrivals = events.map { Arrival(.event($0), message: Message(body: EventEncoder().encode($0))) }
      _ = try await store.take(arrivals, recorded: now)
    }
    try await take(story.events[...], instant("2026-03-02 11:00"))
    let item = "item=EA123456785VN"
    let lines = Lines()
    let log = AlertLog(
      store: store, after: try await store.lastAlertChange(), logger: Logger(label: "test") { _ in lines })
    let running = Task { try await log.run() }
    _ = try await store.raise(at: instant("2026-03-06 08:00"), limit: 100)
    try await waitUntil("the breach is told") {
      lines.told.contains { $0.contains("kind=breach") && $0.contains(item) }
    }
    story.scan(.delivered, at: "2026-03-06 09:00")
    try await take(story.events[3...], instant("2026-03-06 10:00"))
    try await waitUntil("its end is told") { lines.told.contains { $0.hasPrefix("info alert over") } }
    running.cancel()
    _ = try? await running.value

    let breach = try #require(lines.told.first { $0.contains("kind=breach") && $0.contains(item) })
    #expect(!lines.told.contains { $0.contains("kind=lost") })
    #expect(breach.hasPrefix("notice alert raised"))
    for field in [
      "agency=H18.101", "clock=collect", "H18.101-260302-0001", "office=381100",
      "cause=time", "what=breach",
    ] { #expect(breach.contains(field), "\(field): \(breach)") }
    let end = try #require(lines.told.first { $0.hasPrefix("info alert over") })
    #expect(end.contains("cause=evidence") && end.contains("event=/postoffices/") && end.contains("what=resolved"))
  }
}

/// A log that is kept to be read.
private final class Lines: LogHandler, Sendable {
  private let kept = Mutex<[String]>([])

  var told: [String] { kept.withLock { $0 } }

  func log(event: LogEvent) {
    let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    kept.withLock { $0.append("\(event.level) \(event.message) \(fields.joined(separator: " "))") }
  }

  subscript(metadataKey _: String) -> Logger.Metadata.Value? {
    get { nil }
    set { _ = newValue }
  }

  var metadata: Logger.Metadata {
    get { [:] }
    set { _ = newValue }
  }

  var logLevel: Logger.Level {
    get { .info }
    set { _ = newValue }
  }
}
