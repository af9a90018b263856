import Crypto
import Dossiers
import Foundation
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon

/// What a webhook reads.
struct WebhookBodyTests {
  private typealias Sample = WebhookBodySample

  private static let links = AcknowledgeLinks(
    publicURL: "https://hoso.example.org/", key: AcknowledgeKey(current: .init(size: .bits256), old: nil))

  private func body(
    _ mail: PendingMail, links: AcknowledgeLinks = .none, at now: Instant = Sample.now
  ) throws -> String {
    String(decoding: try WebhookBody.message(of: mail, links: links, now: now).body, as: UTF8.self)
  }

  @Test("the body of a breach, word by word")
  func breach() throws {
    let subject = Sample.subject(
      item: Scenario.item, deadline: try Sample.deadline(), shipmentStage: .delivered, seen: .outForDelivery)
    let mail = Sample.mail([Sample.notice(.breach, subject, step: 1)])
    let id = try WebhookBody.message(of: mail, links: .none, now: Sample.now).id
    let dueAt = "2026-03-06T00:00:00+07:00"
    #expect(
      try body(mail) == """
        {"alerts":[{"agency":"H18.101","clock":"process","delaySeconds":32400,"dossiers":["H18.101-260302-0001"],\
        "due":"\(dueAt)","item":"EA123456785VN","lastDay":"2026-03-05","lastSeen":{"event":"out-for-delivery",\
        "office":"380000","time":"2026-03-05T16:20:00+07:00"},"number":17,"procedure":"1.004873","reason":"first",\
        "since":"\(dueAt)","stage":"processing","step":1,"what":"breach"}],"group":"H18.101","id":"\(id)",\
        "receiver":"lead/H18.101","sentAt":"2026-03-06T09:00:00+07:00","version":1}
        """)
  }

  @Test("every word that a body can hold is one of the schema's, by Python's judgement")
  func schema() async throws {
    let deadline = try Sample.deadline()
    let plain = Sample.subject(deadline: deadline)
    var notices: [Notice] = []
    notices += Notice.What.allCases.map { Sample.notice($0, plain) }
    notices += Notice.Reason.allCases.map { Sample.notice(.warning, plain, reason: $0) }
    notices += ClockKind.allCases.map { Sample.notice(.breach, Sample.subject(clock: $0, deadline: deadline)) }
    notices += DossierStage.allCases.map { Sample.notice(.breach, Sample.subject(deadline: nil, dossierStage: $0)) }
    notices += ShipmentStage.allCases.map {
      Sample.notice(
        .lost, Sample.subject(clock: nil, item: Scenario.item, deadline: nil, dossierStage: nil, shipmentStage: $0))
    }
    notices += Milestone.allCases.map { Sample.notice(.damaged, Sample.subject(deadline: nil, seen: $0)) }
    notices.append(
      Sample.notice(
        .sequenceGap, Sample.subject(clock: nil, deadline: nil, matter: "/postoffices/381100/scanners/s1")))
    notices.append(
      Sample.notice(
        .silentOffice, Sample.subject(clock: nil, deadline: nil, office: "381100"), behind: [plain, plain]))
    let list = TalliedDay(
      office: code("381100"), date: day("2026-03-05"), listed: .init(accepted: 2, delivered: 1),
      scanned: .init(accepted: 1, delivered: 1))
    notices.append(
      Sample.notice(.tallyDiffers, Sample.subject(clock: nil, deadline: nil, office: "381100", tally: list)))
    notices.append(Sample.notice(.deaf, nil))
    var bodies = try notices.map { try body(Sample.mail([$0]), links: WebhookBodyTests.links) }
    bodies.append(try body(Sample.mail(notices, receiver: "operator")))
    bodies.append(try body(Sample.mail([], digest: Sample.digest())))
    let empty = Digest(since: Sample.now, until: Sample.now, overdue: [], dueSoon: [], delivered: [])
    bodies.append(try body(Sample.mail([], digest: empty)))

    let file = FileManager.default.temporaryDirectory.appending(path: "bodies-\(UUID().uuidString).ndjson")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bodies.joined(separator: "\n").utf8).write(to: file)
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let outcome = try await ProcessRunner.run(
      "/usr/bin/python3",
      [
        "-W", "ignore", here.appending(path: "body-agrees.py").path,
        here.appending(path: "../../../config/contract").standardized.path, file.path,
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test("a delay ends when what was owed is done, is negative before it is due, and is none where nothing is owed")
  func delays() throws {
    func delay(_ end: DeadlineEnd?, at now: String = "2026-03-06 09:00") throws -> String? {
      let mail = Sample.mail([Sample.notice(.breach, Sample.subject(deadline: try Sample.deadline(end: end)))])
      return try body(mail, at: instant(now)).firstMatch(of: /"delaySeconds":(-?[0-9]+)/).map { String($0.1) }
    }
    #expect(try delay(nil) == "32400")
    #expect(try delay(nil, at: "2026-03-05 23:00") == "-3600")
    #expect(try delay(.met(instant("2026-03-06 01:00"))) == "3600")
    #expect(try delay(.cancelled(instant("2026-03-06 01:00"))) == nil)
  }

  @Test("the address to which mails are refused is told to nobody outside")
  func address() throws {
    let subject = Sample.subject(clock: nil, deadline: nil, matter: "lead@example.org")
    #expect(try !body(Sample.mail([Sample.notice(.mailRefused, subject)])).contains("@"))
  }

  @Test("the id is the same whenever the same content is tried, and another for other content")
  func identity() throws {
    let subject = Sample.subject(deadline: try Sample.deadline())
    func id(_ mail: PendingMail, at now: Instant = Sample.now) throws -> WebhookID {
      try WebhookBody.message(of: mail, links: WebhookBodyTests.links, now: now).id
    }
    let mail = Sample.mail([Sample.notice(.breach, subject)])
    let again = Sample.mail([Sample.notice(.breach, subject)], attempts: 3)
    #expect(try id(mail) == id(again, at: Sample.now.advanced(by: .hours(5))))
    let others = [
      Sample.mail([Sample.notice(.breach, subject)], id: 6), Sample.mail([Sample.notice(.resolved, subject)]),
      Sample.mail([Sample.notice(.breach, subject)], receiver: "head/H18.101"),
      Sample.mail([Sample.notice(.breach, subject, number: 18)]),
      Sample.mail([Sample.notice(.breach, Sample.subject(item: Scenario.item, deadline: nil))]),
      Sample.mail([], digest: try Sample.digest()), Sample.mail([]),
    ]
    #expect(try Set((others + [mail]).map { try id($0) }).count == others.count + 1)
  }

  @Test("links to acknowledge are there for what stands, where a public address is configured")
  func acknowledging() throws {
    let subject = Sample.subject(deadline: try Sample.deadline())
    let text = try body(Sample.mail([Sample.notice(.breach, subject)]), links: WebhookBodyTests.links)
    #expect(text.contains(#""acknowledge":"https://hoso.example.org/acknowledge?token="#))
    #expect(try !body(Sample.mail([Sample.notice(.breach, subject)])).contains("acknowledge"))
    let over = try body(Sample.mail([Sample.notice(.resolved, subject)]), links: WebhookBodyTests.links)
    #expect(!over.contains("acknowledge"))
  }
}
