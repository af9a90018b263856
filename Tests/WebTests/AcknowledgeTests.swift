import Dossiers
import Store
import TestSupport
import Testing

@testable import Web

@Suite struct AcknowledgeTests {
  @Test("a mail's link shows its alert and changes nothing, however often it is fetched; its button acts")
  func link() async throws {
    let trial = try await Trial(access: Trial.access())
    let scanner = Guest(trial)
    for _ in 0..<5 {
      let answer = try await scanner.get("/acknowledge?token=right-1")
      #expect(answer.status == 200)
      #expect(answer.text.contains("Tôi đang xử lý") && answer.text.contains("H18.101-2603"))
    }
    #expect(try await trial.store.alert(1)?.heldUntil == nil)
    let lead = Guest(trial)
    let done = try await lead.post("/acknowledge", ["token": "right-1"], from: "/acknowledge?token=right-1")
    #expect(done.status == 200)
    #expect(done.text.contains("Cảnh báo đã có người xử lý"))
    #expect(try await trial.store.alert(1)?.heldUntil != nil)
    let again = try await lead.post("/acknowledge", ["token": "right-1"], from: "/acknowledge?token=right-1&lang=en")
    #expect(again.status == 200 && again.text.contains("lead/H18.101 đã nhận xử lý"))
    let other = try await lead.post("/acknowledge?lang=en", ["token": "right-99"], from: "/lookup")
    #expect(other.status == 409 && other.text.contains("stands no more"))
  }

  @Test("a link that is no more, or never was, is refused in words", arguments: ["late", "", "x", "%3Cscript%3E"])
  func refused(token: String) async throws {
    let answer = try await Trial(access: Trial.access()).answer("/acknowledge?token=\(token)&lang=en")
    #expect(answer.status == 403)
    #expect(answer.text.contains(token == "late" ? "The link was good until 2026-01-01 00:00" : "Copy all of the link"))
    #expect(!answer.text.contains("<script>"))
  }

  @Test("the button of the alerts page notes who has it in hand, and is gone after")
  func page() async throws {
    let trial = try await Trial(access: Trial.access())
    let lead = try await Guest.loggedIn(as: "lan", at: trial)
    #expect(try await lead.get("/alerts").text.contains(#"action="/alerts/1/acknowledge""#))
    #expect(try await lead.post("/alerts/1/acknowledge", from: "/alerts").status == 200)
    let after = try await lead.get("/alerts").text
    #expect(!after.contains(#"action="/alerts/1/acknowledge""#) && after.contains("Đang xử lý đến"))
    let again = try await lead.post("/alerts/1/acknowledge?lang=en", from: "/alerts")
    #expect(again.text.contains("reader/lan has it in hand already"))
    #expect(try await lead.post("/alerts/77/acknowledge", from: "/alerts").status == 404)
  }
}
