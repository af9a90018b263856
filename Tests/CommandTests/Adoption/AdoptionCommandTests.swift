import Foundation
import TestSupport
import Testing

@Suite("adoption")
struct AdoptionCommandTests {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let config = here.appending(path: "../../../config").standardizedFileURL.path

  private func answer(_ arguments: String..., environment: [String: String] = [:]) async throws -> [String: Any] {
    let outcome = try await Tool.run(["adoption", "--json"] + arguments, environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try object(outcome.output)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Counted, served and needed of each group in an answer.
  private func counts(_ answer: [String: Any], _ list: String, by name: String) throws -> [String: [Int?]] {
    var counts: [String: [Int?]] = [:]
    for entry in try #require(answer[list] as? [[String: Any]]) {
      let count = try #require(entry["count"] as? [String: Any])
      // An agency all of whose procedures are unsuitable has nothing that counts.
      guard count["counted"] as? Int != 0 else { continue }
      counts[try #require(entry[name] as? String)] = ["counted", "served", "needed"].map { count[$0] as? Int }
    }
    return counts
  }

  @Test(
    "the shipped register counts as an independent count of its tables does",
    arguments: [
      "2016-12-31", "2017-01-01", "2017-06-30", "2018-12-31", "2019-01-01", "2020-12-31", "2021-01-01", "2025-02-28",
      "2025-03-01", "2025-06-30", "2025-07-01", "2026-11-26",
    ])
  func independent(_ day: String) async throws {
    let script = AdoptionCommandTests.here.appending(path: "count.py").path
    let expected = try object(try await ProcessRunner.succeed("python3", [script, AdoptionCommandTests.config, day]))
    let whole = try await answer("--on", day, "--missing")
    for (list, name) in [("levels", "level"), ("districts", "district")] {
      #expect(try counts(whole, list, by: name) == groups(expected, list), "\(list) on \(day)")
    }
    var agencies: [String: [Int?]] = [:]
    for level in ["department", "central", "district", "commune"] {
      agencies.merge(try counts(try await answer("--on", day, "--level", level), "agencies", by: "agency")) { $1 }
    }
    #expect(try agencies == groups(expected, "agencies"), "agencies on \(day)")
    let short = try #require(whole["missing"] as? [[String: Any]])
    let missing = short.map { entry in
      let lack = (entry["count"] as? [String: Any])?["missing"] as? Int
      return "\(entry["agency"] as? String ?? "") \(lack ?? -1)"
    }
    let lacks = try #require(expected["missing"] as? [[Any]])
    #expect(missing == lacks.map { "\($0[0]) \($0[1])" }, "missing on \(day)")
  }

  private func groups(_ expected: [String: Any], _ list: String) throws -> [String: [Int?]] {
    try #require(expected[list] as? [String: [Any]]).mapValues { $0.map { $0 as? Int } }
  }

  @Test("people read Vietnamese first, by level and district, with what each lacks")
  func table() async throws {
    let lines = try await Tool.run("adoption", "--on", "2018-12-31").lines
    #expect(lines.first == "Thủ tục qua bưu chính ngày 2018-12-31 / procedures by post on 2018-12-31")
    #expect(lines.contains { $0.hasPrefix("CẤP / LEVEL") && $0.hasSuffix("CÒN THIẾU / MISSING") })
    #expect(lines.contains { $0.hasPrefix("Sở, ngành / department") && $0.contains("62,5%") && $0.hasSuffix("  2") })
    #expect(lines.contains { $0.hasPrefix("094 Thành phố Điện Biên Phủ") })
    #expect(!lines.contains { $0.hasPrefix("*") })
  }

  @Test("after the last plan its target stands in, and says so in both languages")
  func lapsed() async throws {
    let lines = try await Tool.run("adoption", "--on", "2026-01-01").lines
    #expect(lines.contains { $0.hasPrefix("Cấp xã / commune") && $0.contains("60% *") })
    #expect(lines.filter { $0.hasPrefix("* ") }.count == 2)
    #expect(!lines.contains { $0.hasPrefix("Cấp huyện") })
  }

  @Test("of one agency each procedure is told, of a merged one those of its successor")
  func agency() async throws {
    let lines = try await Tool.run("adoption", "--agency", "000.00.05.H18", "--on", "2026-01-01").lines
    #expect(lines.contains("000.00.04.H18 Sở Tài chính"))
    #expect(lines.contains { $0.hasPrefix("2.001199") && $0.contains("đã ký thỏa thuận / agreed") })
    let before = try await answer("--agency", "000.00.05.H18", "--on", "2025-02-28")
    let procedures = try #require(before["procedures"] as? [[String: Any]])
    #expect(procedures.count == 4 && procedures.allSatisfy { $0["agency"] as? String == "000.00.05.H18" })
  }

  @Test("a trend has a point a month, and what is missing names the procedures, those with an agreement first")
  func trendAndMissing() async throws {
    let found = try await answer(
      "--on", "2018-12-31", "--level", "department", "--trend", "2018-11-01/2019-01-15", "--missing")
    let trend = try #require(found["trend"] as? [[String: Any]])
    #expect(trend.map { $0["on"] as? String } == ["2018-11-30", "2018-12-31", "2019-01-15"])
    let targets = trend.map { ($0["count"] as? [String: Any])?["target_percent"] as? Int }
    #expect(targets == [70, 70, 85])
    let missing = try #require(found["missing"] as? [[String: Any]])
    #expect(missing.first?["agency"] as? String == "000.00.05.H18")
    let open = try #require(missing.first?["open"] as? [[String: Any]])
    #expect(open.count == 2 && open.allSatisfy { $0["standing"] as? String == "agreed" })
  }

  @Test("without services.csv it says that no register is kept")
  func noRegister() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "adoption-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: AdoptionCommandTests.config, toPath: folder)
    try FileManager.default.removeItem(atPath: folder + "/registry/services.csv")
    let environment = ["DOSSIERD_CONFIG": folder + "/dossierd.yaml"]
    let told = try await Tool.run(["adoption"], environment: environment)
    #expect(told.status == 0 && told.lines.count == 2 && told.output.contains("No register is kept"))
    #expect(try await Tool.run(["adoption", "--json"], environment: environment).output == "{\"register\":false}\n")
  }

  @Test(
    "wrong usage is refused with 64",
    arguments: [
      "--on 2020-02-30", "--level province", "--agency 7", "--trend 2020-01-01", "--trend 2020-02-01/2020-01-01",
      "--trend 0001-01-01/2020-01-01", "--trend /",
    ])
  func usage(_ arguments: String) async throws {
    let outcome = try await Tool.run(["adoption"] + arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.hasPrefix("Error: "))
  }

  @Test("an agency or district that the registry does not know is refused with 65", arguments: ["agency", "district"])
  func unknown(_ what: String) async throws {
    let outcome = try await Tool.run("adoption", "--\(what)", what == "agency" ? "H18.999" : "999")
    #expect(outcome.status == 65 && outcome.errors.contains("999 is not in the registry"))
  }
}
