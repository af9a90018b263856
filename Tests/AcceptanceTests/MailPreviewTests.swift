import Dossiers
import Foundation
import Store
import TestSupport
import Testing

/// A mail about a real dossier, looked at without sending it.
struct MailPreviewTests {
  /// Renders the mail `name` of a dossier that an agency received on 2 March 2026, and gives its files.
  private func files(_ name: String, at now: String) async throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
    let path = folder.appending(path: "dossierd.sqlite").path
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteStore(path: path)
    let document = RulesDocument(
      calendar: SampleRules.definition(off: SampleRules.daysOff, worked: []), policy: SampleRules.policy,
      registry: SampleRules.registry)
    _ = try await store.adopt(document, at: instant("2026-01-01 08:00"))
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004873")
    let arrivals = story.events.map {
      Arrival(.event($0), message: Message(body: EventEncoder().encode($0)), parked: nil)
    }
    _ = try await store.take(arrivals, recorded: instant("2026-03-02 09:01"))
    try await ProcessRunner.succeed(
      Built.program("dossierctl"),
      ["mail", "preview", name, "--dossier", Scenario.dossier, "--now", now, "--to", folder.path],
      environment: [
        "PATH": "/usr/bin:/bin", "DOSSIERD_CONFIG": Built.root.appending(path: "config/dossierd.yaml").path,
        "DOSSIERD_STORE_PATH": path,
      ])
    let names = ["subject.txt", "mail.txt", "mail.html", "mail.eml", "phieu-xin-loi-\(Scenario.dossier).html"]
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, $0) }
      })
  }

  @Test("the alerts of a dossier are told with the reasons of its dates, and with the letter that belongs to them")
  func alerts() async throws {
    let files = try await files("alerts", at: "2026-03-09T08:00")
    #expect(files["subject.txt"] == "[Hồ sơ bưu chính] UBND Phường Điện Biên Phủ: 1 quá hạn (nặng nhất 3 ngày)\n")
    #expect(files["mail.txt"]?.contains("+ 03/03/2026 – 05/03/2026: được tính, 3 ngày") == true)
    #expect(files["mail.eml"]?.contains("Auto-Submitted: auto-generated") == true)
    #expect(files["phieu-xin-loi-\(Scenario.dossier).html"] != nil)
  }

  @Test("the letter of apology has the dates of the dossier, and a new one")
  func apology() async throws {
    let files = try await files("apology", at: "2026-03-03T08:00")
    let letter = try #require(files["mail.html"])
    #expect(letter.contains("Ngày 02/03/2026,") && letter.contains("Ngày hẹn trả kết quả: <b>05/03/2026</b>"))
    #expect(letter.contains(Scenario.dossier) && letter.contains("trả kết quả vào ngày <b>09/03/2026</b>"))
  }
}
