import Foundation
import Store
import TestSupport
import Testing

@testable import Web

@Suite("what monitoring watches") struct MonitoringTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "config/monitoring")

  private func file(_ name: String) throws -> String {
    try String(contentsOf: MonitoringTests.folder.appending(path: name), encoding: .utf8)
  }

  @Test(
    "every metric that it names is one that the daemon has",
    arguments: ["dossierd.rules.yaml", "dossierd.rules.test.yaml", "dossierd.dashboard.json"])
  func names(_ name: String) async throws {
    var readings = Readings()
    readings.lags[code("381100")] = Histogram([1])
    readings.ready = 1
    readings.storeBytes = 1
    readings.freeBytes = 1
    let trial = try await Trial(readings: readings)
    let families = try ExpositionParser(try await trial.answer("/metrics").text).families
    let known = families.flatMap { name, family in
      family.type == "histogram" ? ["_bucket", "_sum", "_count"].map { name + $0 } : [name]
    }
    let named = Set(try file(name).matches(of: /dossierd_[a-z_]+/).map { String($0.output) })
    #expect(named.count > 10)
    #expect(named.subtracting(known).sorted() == [])
  }

  @Test("promtool takes the rules, and they raise what they should and nothing else")
  func rules() async throws {
    let rules = MonitoringTests.folder.appending(path: "dossierd.rules.yaml").path
    try await ProcessRunner.succeed("promtool", ["check", "rules", rules])
    let outcome = try await ProcessRunner.run(
      "promtool", ["test", "rules", MonitoringTests.folder.appending(path: "dossierd.rules.test.yaml").path])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test("every rule is tried, says what it sees in both languages, and what to do")
  func everyRule() throws {
    let rules = try file("dossierd.rules.yaml")
    let tests = try file("dossierd.rules.test.yaml")
    let names = rules.matches(of: /- alert: ([A-Za-z]+)/).map { String($0.1) }
    #expect(!names.isEmpty)
    for name in names { #expect(tests.contains(name), "\(name)") }
    for part in ["summary: ", "summary_en: ", "action: ", "severity: "] {
      #expect(rules.split(separator: part, omittingEmptySubsequences: false).count == names.count + 1, "\(part)")
    }
  }

  @Test("the dashboard's panels bear titles in both languages, and none lies on another")
  func dashboard() throws {
    let dashboard = try JSONDecoder().decode(Dashboard.self, from: Data(try file("dossierd.dashboard.json").utf8))
    var taken: Set<[Int]> = []
    for panel in dashboard.panels {
      #expect(panel.title.contains(" · "), "\(panel.title)")
      let place = panel.gridPos
      for x in place.x..<(place.x + place.w) {
        for y in place.y..<(place.y + place.h) { #expect(taken.insert([x, y]).inserted, "\(panel.title)") }
      }
      #expect(place.x + place.w <= 24)
    }
  }

  private struct Dashboard: Decodable {
    let panels: [Panel]

    struct Panel: Decodable {
      let title: String
      let gridPos: Place
    }

    struct Place: Decodable {
      let x: Int
      let y: Int
      let w: Int
      let h: Int
    }
  }
}
