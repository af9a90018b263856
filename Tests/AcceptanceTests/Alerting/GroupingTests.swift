import Dossiers
import Foundation
import TestSupport
import Testing

/// Few mails, each worth opening.
struct GroupingTests {
  @Test("forty late dossiers of an agency are one mail with a table and the whole list, and later ones wait their turn")
  func group() async throws {
    let trial = try await AlertTrial(groupWait: 2, groupInterval: 6)
    let daemon = try await trial.trial.start()
    try await trial.accept(1...40)
    let first = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(first.headers["Subject"]?.contains("40 quá hạn") == true)
    let list = try #require(first.parts.first { $0.type == "text/csv" })
    #expect((1...40).allSatisfy { list.text.contains(AlertTrial.dossier($0)) })
    let told = ContinuousClock.now
    for number in 41...43 { try await trial.accept(number...number) }
    let mails = try await trial.wait(for: 2, to: AlertTrial.lead)
    #expect(ContinuousClock.now - told > .seconds(3))
    #expect(mails[1].headers["Subject"]?.contains("3 quá hạn") == true)
    #expect(mails[1].headers["References"] == first.headers["References"])
    _ = try await daemon.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 2)
  }

  @Test("a daemon that is killed in the midst of a group's wait tells the group once, and nothing before its time")
  func killedWhileWaiting() async throws {
    let trial = try await AlertTrial(groupWait: 8)
    let daemon = try await trial.trial.start()
    try await trial.accept(1...2)
    try await trial.waitForNotices(of: 1, saying: "waits")
    try await daemon.kill9()
    let again = try await trial.trial.start()
    #expect(try trial.mails(to: AlertTrial.lead).isEmpty)
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(mail.headers["Subject"]?.contains("2 quá hạn") == true)
    _ = try await again.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 1)
  }

  @Test("what still stands is told again after the repeat interval, also when the daemon was killed in between")
  func repeated() async throws {
    let trial = try await AlertTrial(
      routing: "route: { group-interval: 1 second, repeat-interval: 4 seconds, hours: any }\n")
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.wait(for: 1, to: AlertTrial.lead)
    try await trial.waitForNotices(of: 1, saying: "accepted")
    try await daemon.kill9()
    let again = try await trial.trial.start()
    try await trial.wait(for: 2, to: AlertTrial.lead)
    try await trial.waitForNotices(of: 1, saying: "again")
    try await trial.deliver(1, age: .seconds(1))
    try await waitUntil("the breach is resolved") {
      try await trial.trial.control("dossier", AlertTrial.dossier(1), "--notices").contains("resolved")
    }
    _ = try await again.stop()
  }
}
