import Dossiers
import Foundation
import TestSupport
import Testing

/// The daily digest.
struct DigestTests {
  @Test("a digest comes at its set time with what is late, near even on short terms, and delivered since the last")
  func daily() async throws {
    let trial = try await AlertTrial(
      routing: digest(at: AlertTrial.ago(.hours(-1))), files: try TrialCalendar.alwaysOpen())
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.accept(2...3, carries: "result")
    try await trial.deliver(2, age: .seconds(2))
    #expect(try await trial.wait(for: 1, to: AlertTrial.lead)[0].headers["Subject"]?.contains("1 quá hạn") == true)
    let first = AlertTrial.ago(.seconds(-2))
    try await trial.reload(daemon, routing: digest(at: first))
    let digest = try await trial.wait(for: 2, to: AlertTrial.lead)[1]
    #expect(try #require(digest.date) >= first)
    #expect(digest.headers["Subject"]?.contains("Tổng hợp") == true && digest.defects.isEmpty)
    try expect(digest, overdue: [1], dueSoon: [3], delivered: [2])

    try await trial.deliver(3, age: .seconds(0))
    try await waitUntil("the result is with the citizen") {
      try await trial.trial.control("dossier", AlertTrial.dossier(3)).contains(": done")
    }
    try await trial.reload(daemon, routing: self.digest(at: AlertTrial.ago(.seconds(-2))))
    let next = try await trial.wait(for: 3, to: AlertTrial.lead)[2]
    try expect(next, overdue: [1], dueSoon: [], delivered: [3])
    _ = try await daemon.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 3)
  }

  /// A routing of nothing but a digest.
  private func digest(at time: Instant) -> String { "digest: \"\(TrialCalendar.time(of: time))\"\n" }

  /// Looks for the dossiers that each part of a digest tells of, and for no others in it.
  private func expect(_ digest: SMTPSinkMail, overdue: [Int], dueSoon: [Int], delivered: [Int]) throws {
    let text = try #require(digest.text())
    let heads = ["QUÁ HẠN / OVERDUE", "SẮP ĐẾN HẠN", "ĐÃ PHÁT CHO CÔNG DÂN"]
    let starts = heads.map { text.range(of: $0)?.lowerBound }
    for (place, numbers) in [overdue, dueSoon, delivered].enumerated() {
      let end = starts[(place + 1)...].compactMap(\.self).first ?? text.endIndex
      let part = starts[place].map { String(text[$0..<end]) } ?? ""
      for number in 1...3 {
        #expect(part.contains(AlertTrial.dossier(number)) == numbers.contains(number), "\(heads[place]): \(number)")
      }
    }
  }
}
