import Testing

@testable import Settings

@Suite("What travels unencrypted to another machine")
struct PlainTests {
  @Test(
    "needs a word in the configuration, and is warned of with it",
    arguments: [
      ["DOSSIERD_BROKER_URI": "amqp://me:hidden@mq.example.org", "DOSSIERD_BROKER_REQUIRE_USER_ID": "true"],
      ["DOSSIERD_MAIL_HOST": "smtp.example.org"],
      ["DOSSIERD_WEB_LISTEN": "0.0.0.0:8788"],
    ])
  func allowed(environment: [String: String]) throws {
    #expect(try Trial.problems([:], environment: environment).count == 1)
    let sections = ["BROKER", "MAIL", "WEB"].filter { section in environment.keys.contains { $0.contains(section) } }
    let words = Dictionary(uniqueKeysWithValues: sections.map { ("DOSSIERD_\($0)_ALLOW_PLAIN", "true") })
    let warnings = try Trial.shipped(environment.merging(words) { $1 }).warnings.map(\.description)
    #expect(warnings.filter { $0.contains("allow-plain") }.count == 1)
    #expect(warnings.allSatisfy { !$0.contains("hidden") })
  }
}
