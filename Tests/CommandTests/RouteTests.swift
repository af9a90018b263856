import Foundation
import TestSupport
import Testing

struct RouteTests {
  private static let now = ["--at", "2026-03-06T19:00"]

  private func answers(_ arguments: String, environment: [String: String] = [:]) async throws -> [[String: Any]] {
    let outcome = try await Tool.run(
      ["route", "test", "--json"] + RouteTests.now + arguments.split(separator: " ").map(String.init),
      environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test("a breach goes to the agency's lead when its office opens, and to whom it climbed")
  func breach() async throws {
    let told = try await answers("--kind breach --agency H18.101 --clock process --step 2")
    #expect(told.map { $0["receiver"] as? String } == ["lead/H18.101", "head/H18.101", "peoples-committee"])
    #expect(told.allSatisfy { $0["leaves"] as? String == "2026-03-09T07:30:00+07:00" })
    #expect(told.allSatisfy { $0["path"] as? [String] == ["root"] && $0["audience"] as? String == "responsible" })
    #expect(told.map { $0["step"] as? Int } == [0, 1, 2])
    #expect(told[0]["group"] as? String == "root agency=H18.101")
    #expect(told[0]["repeat_interval_seconds"] as? Int == 86_400)
    let box = try #require(told[0]["mailbox"] as? [String: Any])
    #expect(box["address"] as? String == "mot-cua.h18.101@dienbien.example.org" && box["language"] as? String == "vi")
  }

  @Test("a loss goes out at once, for a merged agency to its successor, and a warning is not repeated")
  func others() async throws {
    let loss = try await answers("--kind lost --agency 000.02.31.H18 --office 381100 --item EA123456785VN")
    #expect(loss.map { $0["path"] as? [String] } == [["root", "mishaps"]])
    #expect(loss[0]["leaves"] as? String == "2026-03-06T19:01:00+07:00")
    #expect(loss[0]["receiver"] as? String == "lead/H18.101")
    let warning = try await answers("--kind warning --agency H18.101 --clock process")
    #expect(warning[0]["repeat_interval_seconds"] is NSNull && warning[0]["webhook"] is NSNull)
    let deaf = try await answers("--kind deaf")
    #expect(deaf.map { $0["receiver"] as? String } == ["operator"])
  }

  @Test("another routing is tried by a variable, with deputies, webhooks and what climbs to nobody")
  func tried() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "route-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let secret = folder.appending(path: "key")
    #expect(
      FileManager.default.createFile(
        atPath: secret.path, contents: Data("hidden".utf8), attributes: [.posixPermissions: 0o600]))
    let routing = folder.appending(path: "routing.yaml")
    try """
    route:
      routes:
        - name: communes
          match: { level: commune, district: "094" }
          to: [sms, night-watch]
          continue: true
          hours: any
          quiet: 18:00-06:00
        - { name: rest, not: { kind: deaf } }
    receivers:
      sms: { webhook: { url: "https://sms.example.org/send?token=hidden", secret-file: key } }
      night-watch: { name: Trực đêm, mail: dem@example.org }
    """.write(to: routing, atomically: true, encoding: .utf8)
    let environment = ["DOSSIERD_FILES_ROUTING": routing.path]
    let told = try await answers("--kind breach --agency H18.101", environment: environment)
    #expect(told.map { $0["receiver"] as? String } == ["sms", "night-watch", "lead/H18.101"])
    #expect(told.map { $0["webhook"] as? String } == ["https://sms.example.org", nil, nil])
    #expect(told[1]["leaves"] as? String == "2026-03-07T06:00:00+07:00")
    let table = try await Tool.run(
      ["route", "test", "--kind", "breach", "--agency", "H18.101"] + RouteTests.now, environment: environment)
    #expect(table.lines[0] == "labels: kind=breach severity=urgent agency=H18.101 level=commune district=094")
    #expect(table.lines[1].hasPrefix("PATH") && table.lines.count == 5)
    #expect(!table.output.contains("hidden"))
  }

  @Test("what the policy mails to nobody is said")
  func unmailed() async throws {
    let outcome = try await Tool.run("route", "test", "--kind", "breach", "--clock", "move", "--agency", "H18.101")
    #expect(outcome.output.contains("mailed to nobody"))
  }

  @Test(
    "wrong usage is refused with 64, and what the configuration doesn't know with 65",
    arguments: [
      ("", 64), ("--kind lsot", 64), ("--kind breach --clock proces", 64), ("--kind breach --agency 5", 64),
      ("--kind breach --step -1", 64), ("--kind breach --agency H18.999", 65), ("--kind lost --office 999999", 65),
      ("--kind breach --procedure 1.999999", 65), ("--kind breach --clock process --step 3", 65),
      ("--kind lost --step 1", 65),
    ])
  func refused(_ arguments: String, _ status: Int32) async throws {
    let outcome = try await Tool.run(["route", "test"] + arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome.errors)")
  }
}
