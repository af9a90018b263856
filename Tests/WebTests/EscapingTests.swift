import Dossiers
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite struct EscapingTests {
  @Test("names from the registry cannot bring markup into a page")
  func registryNames() async throws {
    let hostile = "<script>alert(1)</script>\"'&{{title}}"
    let sample = SampleRules.registry
    let registry = Registry(
      agencies: sample.agencies.mapValues { Agency(name: hostile, level: $0.level, district: $0.district) },
      procedures: sample.procedures.mapValues { Procedure(name: hostile, field: hostile, term: $0.term) },
      offices: sample.offices, districts: sample.districts)
    let trial = try await Trial(registry: registry)
    for path in ["/", "/alerts", "/dossiers/H18.101-260302-0001"] {
      let text = try await trial.answer(path).text
      #expect(!text.replacing("<script src=\"/refresh.js\"", with: "").contains("<script"))
      #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;{{title}}"))
    }
  }

  @Test("a problem's words cannot bring markup into a page")
  func problems() async throws {
    let trial = try await Trial(health: .of(isReady: false, problems: ["<b onclick=x>\u{202E}"]))
    let text = try await trial.answer("/").text
    #expect(text.contains("&lt;b onclick=x&gt;\u{FFFD}"))
  }

  @Test("a quote with a combining mark behind it is still a quote")
  func combiningMarks() {
    let escaped = HTMLText().escapeText("\"\u{301} <\u{308} '\u{302} &\u{303} >\u{304}")
    #expect(escaped == "&quot;\u{301} &lt;\u{308} &#39;\u{302} &amp;\u{303} &gt;\u{304}")
  }

  @Test("what could turn or hide text is replaced, and Vietnamese stays as it is")
  func controls() {
    #expect(HTMLText().escapeText("a\0b\u{1B}c\u{2066}d\u{85}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}")
    let name = "Ủy ban nhân dân phường Điện Biên Phủ\u{a0}– số 1"
    #expect(HTMLText().escapeText(name) == name)
  }

  @Test("a code asked for is shown as text, however it is written")
  func badCodes() async throws {
    let trial = try await Trial()
    let text = try await trial.answer("/dossiers?code=%22%CC%81%3E%3Cscript%3Ex").text
    #expect(text.contains("&quot;\u{301}&gt;&lt;script&gt;x"))
    #expect(!text.replacing("<script src=\"/refresh.js\"", with: "").contains("<script"))
  }
}
