import Dossiers
import Foundation
import TestSupport
import Testing

/// A dossier that nobody scanned is found by the day's hand-over list.
struct TallyTests {
  @Test("a list that differs from the scans is told once, over a restart too, until a late scan makes it agree")
  func differs() async throws {
    let trial = try await AlertTrial(
      term: "20 working-days",
      routing: """
        route:
          hours: any
          group-wait: 1 second
          routes:
            - { name: offices, match: { kind: tally-differs }, to: provincial-post }
        tally-differs: 1 second
        """)
    let daemon = try await trial.trial.start()
    let yesterday = Scans.morning(daysAgo: 1)
    try await trial.publish([
      Scans.accepted(id: "a1", at: yesterday, item: AlertTrial.item(1), dossier: AlertTrial.dossier(1)),
      TallyTests.list(of: LocalDate(yesterday), accepted: 2),
    ])
    let told = try #require(try await trial.wait(for: 1, to: AlertTrial.post).first)
    let text = TallyTests.onOneLine(told.text())
    #expect(text.contains("ghi nhận gửi 2, phát 0 bưu gửi; máy quét ghi nhận gửi 1, phát 0."), "\(text)")
    #expect(text.contains("has 2 items accepted and 0 delivered; the scanners have 1 and 0."), "\(text)")
    #expect(try await trial.trial.control("alerts").contains("tally-differs"))
    _ = try await daemon.stop()

    let again = try await trial.trial.start()
    try await trial.publish([
      Scans.accepted(
        id: "a2", at: Scans.morning(daysAgo: 1, minute: 30), item: AlertTrial.item(2), dossier: AlertTrial.dossier(2))
    ])
    let over = try await trial.wait(for: 2, to: AlertTrial.post)[1]
    #expect(TallyTests.onOneLine(over.text()).contains("nay khớp với máy quét: nhận gửi 2, phát 0."))
    _ = try await again.stop()
    #expect(try trial.mails(to: AlertTrial.post).count == 2)
  }

  private static func list(of date: LocalDate, accepted: Int) -> String {
    """
    { "specversion": "1.0", "id": "t1", "type": "vn.bcci.office.tallied.v1", \
    "source": "/postoffices/381100/scanners/s2", "time": "\(date.at(secondOfDay: 17 * 3600).rfc3339)", \
    "data": { "date": "\(date)", "accepted": \(accepted), "delivered": 0 } }
    """
  }

  private static func onOneLine(_ text: String?) -> String {
    (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
