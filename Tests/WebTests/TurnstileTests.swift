import Dossiers
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite struct TurnstileTests {
  private let burst = 600

  /// What the proxy says of whom it asks for.
  private func forwarded(_ list: String) -> HTTPFields { HTTPField.Name("X-Forwarded-For").map { [$0: list] } ?? [:] }

  @Test("an address that asks too much behind the proxy is told to wait, in words, and others are not")
  func tooMuch() async throws {
    let trial = try await Trial(access: Trial.access(WebAccess.Proxy(address: "127.0.0.1", header: nil)))
    let shares = try await trial.server.application().test(.live) { client in
      var shares: [String: Int] = [:]
      for number in 0...burst {
        // What stands before the last address is what the client says itself.
        let path = number.isMultiple(of: 2) ? "/style.css" : "/nothing"
        let status = try await client.execute(
          uri: path, method: .head, headers: forwarded("203.0.113.\(number), 198.51.100.7")
        ) { $0.status.code }
        shares["\(status)", default: 0] += 1
      }
      return shares
    }
    #expect(shares == ["200": burst / 2, "404": burst / 2, "429": 1])

    let guest = Guest(trial)
    guest.setup = .live
    let refused = try await guest.get("/lookup?lang=en", headers: forwarded("198.51.100.7"))
    #expect(refused.status == 429)
    #expect(refused.header("Retry-After") == "10")
    #expect(refused.text.contains("Too many requests came from this network address. Wait 10 seconds"))
    let document = try await guest.get("/api/v1/overview", headers: forwarded("198.51.100.7"))
    #expect(document.status == 429)
    #expect(document.header("Content-Type") == "application/problem+json")
    #expect(try await guest.get("/lookup", headers: forwarded("198.51.100.8")).status == 200)
    // The proxy's own requests, such as those of its watch over us, are for nobody.
    #expect(try await guest.get("/healthz").status == 200)
    trial.time = trial.now.advanced(by: .seconds(10))
    #expect(try await guest.get("/lookup", headers: forwarded("198.51.100.7")).status == 200)
  }

  @Test("this machine's own requests are not counted, and no header makes them anybody else's")
  func thisMachine() async throws {
    for proxy in [nil, WebAccess.Proxy(address: "10.0.0.9", header: nil)] {
      let trial = try await Trial(access: Trial.access(proxy))
      try await trial.server.application().test(.live) { client in
        for _ in 0...(burst + 10) {
          let status = try await client.execute(
            uri: "/style.css", method: .head, headers: forwarded("198.51.100.7")
          ) { $0.status.code }
          #expect(status == 200)
        }
      }
      #expect(trial.server.site.limits.requestsOfAddress.count == 0)
    }
  }

  @Test("machines of one IPv6 network are counted as one")
  func networks() {
    let limit = RateLimit(burst: 1, pause: .seconds(10))
    let keys = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"].map(RateLimit.key(ofAddress:))
    #expect(keys.map { limit.take($0, at: instant("2026-03-02 08:00")) } == [true, false, true])
  }
}
