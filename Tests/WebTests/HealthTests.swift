import HummingbirdTesting
import Testing

@testable import Web

@Suite struct HealthTests {
  @Test("a daemon that is well says so in two places", arguments: ["/healthz", "/readyz"])
  func well(path: String) async throws {
    for setup in TestingSetup.both {
      let answer = try await Trial().answer(path, over: setup)
      #expect(answer.status == 200)
      #expect(answer.text == "ok\n")
      #expect(answer.header("Content-Type") == "text/plain; charset=utf-8")
    }
  }

  @Test("a daemon with a problem is alive but not ready, and says why, one problem a line")
  func notReady() async throws {
    let problems = ["The disk is full.", "No link\nto the broker."]
    let trial = try await Trial(health: .of(isReady: false, problems: problems, linkUp: false))
    #expect(try await trial.answer("/healthz").status == 200)
    let answer = try await trial.answer("/readyz")
    #expect(answer.status == 503)
    #expect(answer.text == "The disk is full.\nNo link to the broker.\n")
  }

  @Test("a daemon whose loops stand still is neither alive nor ready, even where it gives no reason")
  func notAlive() async throws {
    let trial = try await Trial(health: .of(isAlive: false))
    for path in ["/healthz", "/readyz"] {
      let answer = try await trial.answer(path)
      #expect(answer.status == 503)
      #expect(answer.text == "no reason was given\n")
    }
  }
}
