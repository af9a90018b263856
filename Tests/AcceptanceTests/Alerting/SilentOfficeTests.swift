import Dossiers
import Foundation
import TestSupport
import Testing

/// One cause, one alert.
struct SilentOfficeTests {
  @Test("a silent office stands in for what is late behind it, and when it is heard again the rest is told")
  func silent() async throws {
    let trial = try await AlertTrial(
      term: "4 seconds",
      routing: """
        route:
          hours: any
          group-wait: 2 seconds
          routes:
            - { name: offices, match: { kind: silent-office }, to: provincial-post, group-wait: 3 seconds }
        silent-office: 2 working-seconds
        """, files: try TrialCalendar.alwaysOpen())
    let daemon = try await trial.trial.start()
    let accepted = try await trial.accept(1...3, age: .seconds(0))
    let told = try #require(try await trial.wait(for: 1, to: AlertTrial.post).first)
    #expect(told.headers["Subject"]?.contains("im lặng") == true)
    for number in 1...3 { #expect(told.text()?.contains(AlertTrial.dossier(number)) == true) }
    #expect(try trial.mails(to: AlertTrial.lead).isEmpty)

    // In time, told by a scanner that had no link: proof, and a sign of life.
    try await trial.deliver(1, at: accepted.advanced(by: .seconds(1)))
    let lead = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(lead.headers["Subject"]?.contains("2 quá hạn") == true)
    #expect(lead.text()?.contains(AlertTrial.dossier(1)) == false)
    let post = try await trial.wait(for: 2, to: AlertTrial.post)[1]
    #expect(post.headers["References"] == told.headers["References"])
    _ = try await daemon.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 1)
  }
}
