import Foundation
import GRDB
import TestSupport
import Testing

/// The report by mail: once for each period and receiver, never forgotten, and the same mail at each try.
@Suite("report by mail", .timeLimit(.minutes(5)))
struct ReportMailTests {
  private static let month = ["report", "mail", "--month", "2023-10", "--json"]

  @Test("it goes to the receivers once, with page, table, JSON and PDF, and once more where asked for")
  func once() async throws {
    let year = try await SimulatedYear(days: 35, perDay: 4)
    let sink = try await SMTPSink.start()
    defer { sink.stop() }
    let first = try await year.tool(Self.month, mailPort: sink.port)
    #expect(first.status == 0 && first.output.contains("\"state\":\"mailed\""), "\(first)")
    let second = try await year.tool(Self.month, mailPort: sink.port)
    #expect(second.status == 0 && second.output == first.output, "\(second)")
    let mail = try #require(try sink.mails().first)
    #expect(try sink.mails().count == 1 && mail.defects == [])
    #expect(mail.headers["Subject"]?.contains("tháng 10 năm 2023") == true)
    #expect(mail.headers["X-Envelope-To"]?.contains("buu-dien-tinh@dienbien.example.org") == true)
    let files = mail.parts.filter { !$0.name.isEmpty }
    let names = ["inspection-2023-10-vi.html", "inspection-2023-10.csv", "inspection-2023-10.json"]
    #expect(files.map(\.name).filter { !$0.hasSuffix(".pdf") } == names)
    let hasPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    #expect(files.contains { $0.name.hasSuffix(".pdf") && $0.bytes.starts(with: Data("%PDF-".utf8)) } == hasPDF)
    let text = try #require(mail.text())
    #expect(text.contains("PDF)") == hasPDF && text.contains("dossierctl report verify"))
    #expect(text.contains("\nTrả kết quả, trong hạn: ") && text.contains("\nBưu gửi bị mất: "))
    for file in files where !file.name.hasSuffix(".pdf") {
      let kept = year.folder.appending(path: file.name)
      try file.bytes.write(to: kept)
      #expect(try await year.tool(["report", "verify", kept.path]).status == 0, "\(file.name)")
    }
    #expect(try await year.tool(Self.month + ["--again"], mailPort: sink.port).status == 0)
    let ids = try sink.mails().compactMap { $0.headers["Message-ID"] }
    #expect(ids.count == 2 && Set(ids).count == 2)
  }

  @Test("one that the server did not take is owed, and the same call sends it later")
  func later() async throws {
    let year = try await SimulatedYear(days: 5, perDay: 2)
    let closed = try await SMTPSink.start()
    closed.stop()
    let failed = try await year.tool(Self.month, mailPort: closed.port)
    #expect(failed.status == 75 && failed.output.contains("\"state\":\"owed\""), "\(failed)")
    let deferring = try await SMTPSink.start(["--fail", "refuse-4xx"])
    #expect(try await year.tool(Self.month, mailPort: deferring.port).status == 75)
    deferring.stop()
    let sink = try await SMTPSink.start()
    defer { sink.stop() }
    // Without a period, what is owed goes too, however long ago it was begun.
    let sent = try await year.tool(["report", "mail"], mailPort: sink.port)
    #expect(sent.status == 0, "\(sent)")
    #expect(try sink.mails().contains { $0.headers["Subject"]?.contains("tháng 10 năm 2023") == true })
    #expect(try sink.mails().count > 1)
  }

  @Test("one that was sent but not recorded, as the program was killed between, comes again as the same mail")
  func killed() async throws {
    let year = try await SimulatedYear(days: 5, perDay: 2)
    let sink = try await SMTPSink.start()
    defer { sink.stop() }
    #expect(try await year.tool(Self.month, mailPort: sink.port).status == 0)
    let database = try DatabaseQueue(path: year.database)
    try await database.write { try $0.execute(sql: "UPDATE report_mails SET told = NULL, outcome = NULL") }
    try database.close()
    #expect(try await year.tool(Self.month, mailPort: sink.port).status == 0)
    let mails = try sink.mails()
    #expect(mails.count == 2)
    for field in ["Message-ID", "Date", "Subject"] {
      #expect(Set(mails.map { $0.headers[field] }).count == 1, "\(field)")
    }
    let bytes = mails.map { $0.parts.filter { $0.type != "application/pdf" }.map(\.bytes) }
    #expect(bytes[0] == bytes[1])
  }

  @Test("one that is refused for good is not sent again by itself")
  func refused() async throws {
    let year = try await SimulatedYear(days: 5, perDay: 2)
    let refusing = try await SMTPSink.start(["--fail", "refuse-5xx"])
    defer { refusing.stop() }
    let outcome = try await year.tool(Self.month, mailPort: refusing.port)
    #expect(outcome.status == 65 && outcome.output.contains("\"state\":\"refused\""), "\(outcome)")
    let again = try await year.tool(Self.month, mailPort: refusing.port)
    #expect(again.status == 0 && again.output == outcome.output, "\(again)")
  }
}
