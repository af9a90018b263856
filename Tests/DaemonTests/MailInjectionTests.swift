import Dossiers
import Foundation
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon

/// Whatever a value holds, it is data.
struct MailInjectionTests {
  static let values = [
    "x\r\nBcc: thief@example.org\r\n\r\nHello", "<script>alert(1)</script>",
    "{{#breaches}}{{agency}}{{/breaches}}{{>_foot.txt}}",
    "=HYPERLINK(\"http://example.org\",\"x\")", "+84 1", "-1+2", "@SUM(A1)", "\t=1", "\u{202E}gpj.exe\u{2066}",
    "\"><img src=x>",
    "a\u{2028}b\u{0}c\u{1B}[31m", "=?UTF-8?B?QmNjOiB4?=", "a,\"b\"\nc",
  ]

  @Test(
    "the name of a procedure, an agency or a device changes neither headers nor markup nor formulas", arguments: values)
  func data(value: String) async throws {
    let sample = SampleRules.registry
    let registry = Registry(
      agencies: sample.agencies.mapValues { Agency(name: value, level: $0.level, district: $0.district) },
      procedures: sample.procedures.mapValues { Procedure(name: value, field: "", term: $0.term) },
      offices: sample.offices.mapValues { PostOffice(name: value, district: $0.district, province: $0.province) },
      districts: sample.districts)
    let desk = try Desk(registry: registry)
    let notices =
      (1...12).map { Desk.notice($0, .breach) } + [Desk.cause(.sequenceGap, matter: value, behind: 2)]
    let mail = try desk.read(desk.pending(notices), at: "2026-03-12 08:00")
    let plain = try Desk().read(Desk().pending(notices), at: "2026-03-12 08:00")

    #expect(mail.defects.isEmpty)
    #expect(Set(mail.headers.keys) == Set(plain.headers.keys) && mail.parts.map(\.name) == plain.parts.map(\.name))
    let html = try #require(mail.text(of: "text/html"))
    let text = try #require(mail.text())
    func tags(_ html: String?) -> Int { html?.matches(of: /<[a-zA-Z\/!]/).count ?? 0 }
    #expect(tags(html) == tags(plain.text(of: "text/html")))
    #expect(tags(mail.parts[3].text) == tags(plain.parts[3].text))
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).count
        == plain.text()?.split(separator: "\n", omittingEmptySubsequences: false).count)
    let turning: Set<Unicode.Scalar> = ["\u{202E}", "\u{2066}", "\u{2028}", "\u{0}", "\u{1B}"]
    for shown in [html, text, mail.headers["Subject"] ?? ""] {
      #expect(!shown.unicodeScalars.contains { turning.contains($0) })
    }
    let rows = try await rows(ofCSV: mail.parts[2].bytes)
    #expect(rows.count == 16 && rows.allSatisfy { $0.count == rows[0].count })
    for cell in rows.joined() {
      #expect(!["=", "+", "-", "@", "\t"].contains(cell.first.map(String.init)), "\(cell)")
    }
  }
}
