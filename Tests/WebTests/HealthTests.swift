import Dossiers
import HummingbirdTesting
import TestSupport
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

  @Test("a calendar that ends soon is said, and takes nothing from readiness")
  func horizon() async throws {
    let now = instant("2026-11-01 08:00")
    let horizon = try #require(SampleRules.calendar.horizonWarning(now: now))
    let trial = try await Trial(health: .of(horizon: horizon))
    let answer = try await trial.answer("/readyz")
    #expect(answer.status == 200)
    #expect(
      answer.text == "ok\nwarning: days off are decreed to 2026-12-31 only; due dates behind that are provisional\n")
    #expect(try await trial.answer("/healthz").text == "ok\n")
    #expect(try await trial.answer("/").text.contains("Lịch làm việc: ngày nghỉ chỉ được biết chính thức đến ngày"))
    #expect(try await trial.answer("/?lang=en").text.contains("Calendar: days off are decreed to 2026-12-31 only"))
    #expect(try await trial.answer("/metrics").text.contains("dossierd_calendar_ends_soon 1"))
  }

  @Test("a backup that is too old is said, and takes nothing from readiness; when it was made is a metric")
  func backup() async throws {
    let made = instant("2026-02-25 01:30")
    let trial = try await Trial(health: .of(lastBackup: made, backupWarning: "the last backup was made long ago"))
    let answer = try await trial.answer("/readyz")
    #expect(answer.status == 200)
    #expect(answer.text == "ok\nwarning: the last backup was made long ago\n")
    let metric = "dossierd_last_backup_timestamp_seconds"
    #expect(try await trial.answer("/metrics").text.contains("\n\(metric) \(made.seconds)\n"))
    #expect(try await Trial().answer("/metrics").text.contains("\n\(metric) 0\n"))
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
