import Foundation
import TestSupport
import Testing

@Suite("mail preview")
struct MailPreviewTests {
  private static let samples = [
    "alerts", "breach", "breaches", "warning", "escalated", "updates", "silent-office", "deaf", "digest", "apology",
  ]

  private struct Answer: Decodable {
    struct File: Decodable {
      let name: String
      let bytes: Int
    }

    let folder: String
    let subject: String
    let files: [File]
  }

  private func inFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  @Test("every mail is rendered to files with made-up data, and Python reads the whole message", arguments: samples)
  func rendered(name: String) async throws {
    try await inFolder { folder in
      let outcome = try await Tool.run(
        "mail", "preview", name, "--to", folder.path, "--json", "--now", "2026-03-10T08:00")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
      #expect(answer.files.map(\.name).starts(with: ["subject.txt", "mail.txt", "mail.html", "mail.eml"]))
      for file in answer.files {
        let data = try Data(contentsOf: folder.appending(path: file.name))
        #expect(data.count == file.bytes && !data.isEmpty)
        #expect(file.name == "mail.eml" || !String(decoding: data, as: UTF8.self).contains("{{"))
      }
      let mail = try SMTPSinkMail(file: folder.appending(path: "mail.eml"))
      #expect(mail.headers["Subject"] == answer.subject && mail.defects.isEmpty)
      #expect(mail.text() == (try String(contentsOf: folder.appending(path: "mail.txt"), encoding: .utf8)))
    }
  }

  @Test("people see the subject and where the files are")
  func people() async throws {
    try await inFolder { folder in
      let outcome = try await Tool.run("mail", "preview", "breach", "--to", folder.path, "--now", "2026-03-10T08:00")
      #expect(outcome.lines.first == "[Hồ sơ bưu chính] UBND Phường Điện Biên Phủ: 1 quá hạn (nặng nhất 4 ngày)")
      #expect(outcome.output.contains("\(folder.path)/mail.html"))
    }
  }

  @Test("an unknown mail, and a dossier where it makes no sense, are refused with what is expected")
  func wrong() async throws {
    let unknown = try await Tool.run("mail", "preview", "nothing")
    #expect(unknown.status == 64 && unknown.errors.contains("Expected one of alerts, breach"))
    let senseless = try await Tool.run("mail", "preview", "deaf", "--dossier", "H18.101-260302-0001")
    #expect(senseless.status == 64 && senseless.errors.contains("expected alerts, digest or apology"))
  }
}
