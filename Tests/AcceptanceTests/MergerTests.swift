import Dossiers
import TestSupport
import Testing

/// An agency that was merged into another.
struct MergerTests {
  @Test("what was sent to an agency that is no more is mailed to its successor's lead, told apart from its own")
  func mergedAgency() async throws {
    let trial = try await DaemonTrial(settings: ["DOSSIERD_ALERTS_GROUP_WAIT_SECONDS": "5"])
    let daemon = try await trial.start()
    let posted = Scans.morning(daysAgo: 20)
    let own = "H18.101-260302-0002"
    try await trial.publishByForeignClient(
      Scans.accepted(id: "a", at: posted, agency: "000.05.31.H18"), key: "postoffice.381100")
    try await trial.publishByForeignClient(
      Scans.accepted(id: "b", at: posted, item: Items.number(40_000), dossier: own), key: "postoffice.381100")
    try await trial.waitForAlerts(4)

    let mail = try await trial.mail(holding: Scans.dossier)
    #expect(mail.headers["X-Envelope-To"] == "mot-cua.h18.101@dienbien.example.org")
    #expect(mail.headers["Subject"]?.contains("UBND Phường Điện Biên Phủ") == true)
    #expect(mail.text()?.contains("UBND Phường Mường Thanh") == true)
    let table = try await trial.control("alerts").split(separator: "\n")
    #expect(table.filter { $0.contains("H18.101, from 000.05.31.H18") && $0.contains(Scans.dossier) }.count >= 1)
    #expect(table.filter { $0.contains(own) }.allSatisfy { !$0.contains("from") })
    let shown = try await trial.control("dossier", Scans.dossier)
    #expect(shown.contains("agency H18.101, from 000.05.31.H18"))
    _ = try await daemon.stop()
  }
}
