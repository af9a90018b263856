import Dossiers
import Testing

@Suite("What a refusal says")
struct ContractErrorTests {
  @Test("it names the place, what was expected and what was found")
  func place() {
    let text = refusal(of: scan(#""event":"arrived","office":"38110""#))
    #expect(
      text == "data.office: expected a post office code of six digits, such as 991100, found '38110'")
  }

  @Test("it names the element of a list")
  func element() {
    let text = refusal(
      of: scan(
        #""event":"accepted","office":"381100","carries":"result","agency":"H18.101","#
          + #""destination":"380000","dossiers":"#
          + #"[{"code":"H18.101-260302-0001","procedure":"1.004873"},{"code":"x","procedure":"1.004873"}]"#))
    #expect(text.hasPrefix("data.dossiers[1].code: expected a dossier code"))
  }

  @Test("it names what is missing, and what has no place")
  func members() {
    #expect(refusal(of: scan(#""event":"arrived""#)) == "data: expected the member 'office', found none")
    #expect(
      refusal(of: scan(#""event":"arrived","office":"381100","phone":"0912""#))
        == "data.phone: expected no such member here")
  }

  @Test("foreign text in it is short and moves no cursor")
  func foreignText() {
    let text = refusal(of: scan(#""event":"\u001B[2J\u202E"# + String(repeating: "x", count: 5_000) + "\""))
    #expect(text.contains("\\u{1B}[2J\\u{202E}xxx"))
    #expect(text.unicodeScalars.count < 500)
    #expect(refusal(of: scan("\"\\u001B\":1,\"event\":\"arrived\",\"office\":\"381100\"")).contains("data.\\u{1B}:"))
  }

  @Test("a body past the limit of size is refused before it is read")
  func size() {
    var limits = EventDecoder.Limits()
    limits.bytes = 10
    #expect(throws: ContractError(.unreadable, "expected at most 10 bytes, found 11")) {
      try EventDecoder(limits: limits).decode([UInt8](repeating: 0x20, count: 11))
    }
  }

  @Test("an item of a domestic form is taken where the configuration allows it")
  func domestic() throws {
    let form = try #require(DomesticForm("AA999999999"))
    let body = Array(scan(#""event":"arrived","office":"381100""#, item: "dp 123456789").utf8)
    let event = try EventDecoder(domestic: [form]).decode(body)
    #expect(event.fact.scan?.item.text == "DP123456789")
    #expect(throws: ContractError.self) { try EventDecoder().decode(body) }
  }

  private func refusal(of body: String) -> String {
    do {
      return "taken: \(try EventDecoder().decode(Array(body.utf8)))"
    } catch {
      return error.description
    }
  }

  private func scan(_ data: String, item: String = "EA123456785VN") -> String {
    #"{"specversion":"1.0","id":"1","type":"vn.bcci.shipment.scanned.v1","time":"2026-03-02T08:15:30+07:00","#
      + #""source":"/postoffices/381100/scanners/s2","data":{"item":"\#(item)",\#(data)}}"#
  }
}
