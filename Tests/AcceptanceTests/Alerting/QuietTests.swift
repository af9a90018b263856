import Dossiers
import Foundation
import TestSupport
import Testing

/// The hours in which nobody is mailed.
struct QuietTests {
  @Test(
    "a warning of closed hours waits for the opening and comes then, also over a kill, and what is lost does not wait")
  func opening() async throws {
    let opening = AlertTrial.ago(.seconds(-12))
    let trial = try await AlertTrial(
      term: "1 hour", policy: "warning: { before: 1 hour }",
      routing: "route: { hours: opening, repeat-interval: 1 hour }\n",
      files: try TrialCalendar.files(opening: opening))
    let daemon = try await trial.trial.start()
    try await trial.accept(1...2)
    try await trial.publish([
      Scans.scan(id: "lost", at: AlertTrial.ago(.seconds(1)), item: AlertTrial.item(2), event: "lost")
    ])
    let lost = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(lost.text()?.contains("THẤT LẠC") == true && lost.text()?.contains(AlertTrial.dossier(2)) == true)
    #expect(try #require(lost.date) < opening)
    try await trial.waitForNotices(of: 1, saying: "not before \(opening.rfc3339)")
    try await daemon.kill9()
    let again = try await trial.trial.start()
    let warning = try await trial.wait(for: 2, to: AlertTrial.lead)[1]
    let date = try #require(warning.date)
    #expect(date >= opening && date.since(opening) < .seconds(10))
    #expect(warning.headers["Subject"]?.contains("2 sắp quá hạn") == true)
    try await trial.waitForNotices(of: 1, saying: "accepted")
    _ = try await again.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 2)
  }

  @Test("a restart in the midst of a quiet stretch loses nothing, and tells nothing early, twice, or that has gone")
  func quiet() async throws {
    let end = AlertTrial.ago(.seconds(-9))
    let quiet = [AlertTrial.ago(.hours(1)), end].map { TrialCalendar.time(of: $0) }.joined(separator: "-")
    let trial = try await AlertTrial(routing: "route: { hours: any, quiet: \"\(quiet)\" }\n")
    let daemon = try await trial.trial.start()
    let accepted = try await trial.accept(1...3)
    try await trial.waitForNotices(of: 3, saying: "not before \(end.rfc3339)")
    _ = try await daemon.stop()
    try await trial.deliver(2, at: accepted.advanced(by: .seconds(1)))
    let again = try await trial.trial.start()
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(try #require(mail.date) >= end)
    #expect(mail.headers["Subject"]?.contains("2 quá hạn") == true)
    for number in 1...3 { #expect(mail.text()?.contains(AlertTrial.dossier(number)) == (number != 2)) }
    try await trial.waitForNotices(of: 1, saying: "accepted")
    _ = try await again.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 1)
  }
}

extension SMTPSinkMail {
  /// When it was written.
  var date: Instant? {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
    return headers["Date"].flatMap(format.date).map { Instant(seconds: Int64($0.timeIntervalSince1970)) }
  }
}
