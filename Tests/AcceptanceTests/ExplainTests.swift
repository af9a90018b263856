import Dossiers
import Foundation
import TestSupport
import Testing

/// Anyone can see why a date is what it is.
struct ExplainTests {
  @Test("each deadline is explained piece by piece, in Vietnamese and English and for programs, closures included")
  func explained() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let accepted = Scans.morning(daysAgo: 20)
    try await trial.publishByForeignClient(Scans.accepted(id: "a", at: accepted), key: "postoffice.381100")
    try await trial.waitForAlerts(2)
    try await trial.control(
      "closure", "add", "--from", LocalDate(accepted).description, "--until",
      LocalDate(accepted).adding(40).description, "--place", "office:380000", "--reason", "Sạt lở quốc lộ 12", "--why",
      "QĐ 12")

    let text = try await trial.control("dossier", Scans.dossier, "--explain")
    #expect(text.contains("collect, \(Scans.item), round 1"))
    #expect(text.contains("Circular 17/2017/TT-BTTTT"))
    #expect(text.contains("bất khả kháng: Sạt lở quốc lộ 12") && text.contains("force majeure: Sạt lở quốc lộ 12"))
    #expect(text.contains("tổng cộng"))

    let lines = try await trial.control("dossier", Scans.dossier, "--explain", "--json").split(separator: "\n")
    for line in lines {
      let deadline = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let explanation = try #require(deadline["explanation"] as? [String: Any])
      let pieces = try #require(explanation["pieces"] as? [[String: Any]])
      #expect(pieces.last?["until"] as? String == deadline["due"] as? String)
    }
    #expect(lines.count == 2)
    _ = try await daemon.stop()
  }
}
