import Dossiers
import Foundation
import TestSupport
import Testing

/// A mail as Python's email package reads it.
struct MailFormTests {
  @Test("a mail of a dozen late dossiers has text, HTML, the list and the letters, and says what it is in its headers")
  func whole() async throws {
    let trial = try await AlertTrial(process: "override: 2 seconds")
    let daemon = try await trial.trial.start()
    let lodged = try await trial.accept(1...12).advanced(by: .seconds(1))
    try await trial.publish((1...12).map { Scans.delivered(id: "d\($0)", at: lodged, item: AlertTrial.item($0)) })
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    _ = try await daemon.stop()

    #expect(mail.defects.isEmpty && mail.type == "multipart/mixed")
    #expect(mail.headers["List-Id"] == "dossierd <alerts.localhost>")
    #expect(mail.headers["Auto-Submitted"] == "auto-generated")
    for name in ["Message-ID", "References", "In-Reply-To"] {
      #expect(mail.headers[name]?.wholeMatch(of: /<[^<>@ ]+@localhost>/) != nil, "\(name)")
    }
    #expect(mail.headers["References"] == mail.headers["In-Reply-To"])
    #expect(mail.headers["From"]?.contains("<dossierd@localhost>") == true)
    #expect(mail.headers["Subject"]?.contains("UBND Phường Điện Biên Phủ: 12 quá hạn") == true)
    #expect(mail.parts.prefix(3).map(\.type) == ["text/plain", "text/html", "text/csv"])
    let letters = mail.parts.dropFirst(3)
    #expect(letters.count == 10)
    #expect(letters.allSatisfy { $0.type == "text/html" && $0.name.hasPrefix("phieu-xin-loi-H18.101-260302-00") })
    for part in mail.parts.prefix(3) {
      #expect((1...12).allSatisfy { part.text.contains(AlertTrial.dossier($0)) }, "\(part.type)")
    }
  }

  @Test("what people wrote into an event is data in the mail: no header, no markup, no template; a line end is refused")
  func inert() async throws {
    let hostile = "<script>alert(1)</script> {{agency}} {{>_foot.txt}} =1+1 \u{202E}gpj.exe & \"><img src=x>"
    let trial = try await AlertTrial()
    let daemon = try await trial.trial.start()
    let from = AlertTrial.ago(.minutes(30)).rfc3339
    // As JSON writes them.
    for lineEnd in [#"\r\nBcc: thief@example.org"#, #"\nX: y"#, #"\u0000"#] {
      let event = """
        { "specversion": "1.0", "id": "c", "type": "vn.bcci.route.closed.v1", "source": "/operators/lan", \
        "time": "\(from)", "data": { "from": "\(from)", "places": [{ "agency": "H18.101" }], \
        "reason": "x\(lineEnd)" } }
        """
      let said = try await ProcessRunner.run(
        Built.program("dossierctl"), ["event", "add", "-", "--why", "drill"], environment: trial.trial.environment,
        input: Data(event.utf8))
      #expect(said.status == 65 && said.errors.contains("control character"), "\(said.errors)")
    }
    try await trial.trial.control(
      "closure", "add", "--from", from, "--until", AlertTrial.ago(.minutes(5)).rfc3339, "--place", "agency:H18.101",
      "--reason", hostile, "--why", "drill")
    try await trial.accept(1...1, age: .minutes(10))
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    _ = try await daemon.stop()

    #expect(mail.defects.isEmpty)
    #expect(mail.headers["Bcc"] == nil && mail.headers["X"] == nil)
    let (text, html) = (try #require(mail.text()), try #require(mail.text(of: "text/html")))
    #expect(text.contains("<script>alert(1)</script> {{agency}} {{>_foot.txt}} =1+1"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; {{agency}}"))
    #expect(!html.contains("<script") && !html.contains("<img"))
    for shown in [text, html, mail.headers["Subject"] ?? ""] {
      #expect(!shown.unicodeScalars.contains("\u{202E}"))
    }
  }
}
