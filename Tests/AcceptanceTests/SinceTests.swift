import Dossiers
import Foundation
import TestSupport
import Testing

/// Going live with traffic that began long before.
struct SinceTests {
  @Test("nothing is raised of what was due before we watch, nor of what had ended when it was first heard")
  func goingLive() async throws {
    let since = LocalDate(Scans.morning(daysAgo: 25))
    let trial = try await DaemonTrial(settings: ["DOSSIERD_ALERTS_SINCE": since.description])
    try await trial.control("topology", "apply")
    let (before, ended, missed) = ("H18.101-260302-50001", "H18.101-260302-50002", "H18.101-260302-50003")
    let items = (50_001...50_003).map { Items.number($0) }
    let events = [
      Scans.accepted(id: "a", at: Scans.morning(daysAgo: 45), item: items[0], dossier: before),
      Scans.accepted(id: "b", at: Scans.morning(daysAgo: 20), item: items[1], dossier: ended),
      Scans.delivered(id: "c", at: Scans.morning(daysAgo: 1), item: items[1]),
      Scans.accepted(id: "d", at: Scans.morning(daysAgo: 20), item: items[2], dossier: missed),
    ]
    try await trial.control("publish", "-", input: events.joined(separator: "\n"))

    let daemon = try await trial.start()
    let mail = try await trial.mail(holding: missed)
    #expect(mail.text()?.contains(before) == false && mail.text()?.contains(ended) == false)
    let raised = try await trial.control("alerts", "--all", "--json").split(separator: "\n")
    #expect(!raised.contains { $0.contains(before) })
    #expect(!raised.contains { $0.contains(ended) && ($0.contains("collect") || $0.contains("move")) })
    #expect(try await trial.control("dossier", before, "--json").contains(#""state":"breached""#))
    #expect(try await trial.control("dossier", ended, "--json").contains(#""state":"met-late""#))
    _ = try await daemon.stop()
  }
}
