import Foundation
import Mail
import Testing

struct WebhookPartsTests {
  @Test(
    "an address is told by its scheme, host and port alone, as the rest may be a secret",
    arguments: [
      ("https://sms.example.org/hook?token=abc", "https://sms.example.org"),
      ("https://sms.example.org:8443/hook", "https://sms.example.org:8443"),
      ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://localhost/x", "http://localhost"),
      ("http://[::1]:8080/x", "http://[::1]:8080"), ("HTTPS://sms.example.org", "https://sms.example.org"),
    ])
  func places(text: String, place: String) throws {
    #expect(try WebhookURL(text).place == place)
    #expect("\(try WebhookURL(text))" == place)
  }

  @Test(
    "an address is refused that is none, names a user, or leaves the way to another machine open",
    arguments: [
      "", "sms.example.org/hook", "ftp://sms.example.org/", "file:///etc/passwd", "https://", "https:///hook",
      "https:/hook", "http://127.1/",
      "http://sms.example.org/", "http://localhost.example.org/", "http://127.0.0.1.example.org/",
      "http://127.0.0.1:80@sms.example.org/", "https://user:password@sms.example.org/", "https://sms.example.org/#part",
      "https://sms.example.org\\@localhost/", "https://sms.example.org/ä", "https://sms.example.org/a b",
      "https://sms.example.org/\r\nX: y", "https://sms.example.org:99999/",
      "https://sms.example.org/" + String(repeating: "a", count: 2000),
    ])
  func refused(text: String) {
    let error = #expect(throws: WebhookError.self) { try WebhookURL(text) }
    #expect(error?.kind == "url")
    #expect(error?.description.contains("password") == false)
    #expect(error?.isPermanent == true)
  }

  @Test("another machine is reached by plain HTTP where the settings allow it")
  func allowed() throws {
    #expect(try WebhookURL("http://sms.example.org/", allowPlain: true).place == "http://sms.example.org")
    #expect(throws: WebhookError.self) { try WebhookURL("ftp://sms.example.org/", allowPlain: true) }
  }

  @Test("a secret is base64 of 24 to 64 bytes after its prefix, and there are two at most")
  func secrets() throws {
    for count in [24, 64] { _ = try WebhookSecrets("whsec_\(Data(count: count).base64EncodedString())\n") }
    let bad = [
      "", "\n", "whsec_", "whsec_????", Data(count: 32).base64EncodedString(),
      "whsec_\(Data(count: 23).base64EncodedString())", "whsec_\(Data(count: 65).base64EncodedString())",
      "\(Sample.secret) \(Sample.secret) \(Sample.secret)",
    ]
    for text in bad {
      let error = #expect(throws: WebhookError.self, "\(text)") { try WebhookSecrets(text) }
      #expect(error?.kind == "secret")
    }
  }

  @Test("no dump of a webhook shows its secret or its path")
  func silent() throws {
    let webhook = WebhookEndpoint(
      url: try WebhookURL("https://sms.example.org/tokenabc"), secrets: try WebhookSecrets(Sample.secret))
    #expect("\(webhook.secrets)" == "***")
    var dumped = ""
    dump(webhook.secrets, to: &dumped)
    #expect(!dumped.contains("keys") && !dumped.contains("- 31"))
    #expect(!"\(webhook)".contains("token"))
  }
}
