import Dossiers
import Testing

@testable import Settings

@Suite("Environment variables") struct EnvironmentTests {
  @Test("stand in for keys of the daemon's own file") func overrides() throws {
    let settings = try Trial.shipped([
      "DOSSIERD_BROKER_URI": "amqps://scan:hidden@broker.example.org/post",
      "DOSSIERD_BROKER_HEARTBEAT_SECONDS": "10",
      "DOSSIERD_BROKER_REQUIRE_USER_ID": "true",
      "DOSSIERD_STORE_PATH": "/tmp/trial.sqlite",
      "DOSSIERD_WEB_LISTEN": "off",
      "DOSSIERD_ALERTS_SINCE": "2026-03-02",
      "DOSSIERD_INTAKE_DOMESTIC_ITEM_FORMS": "AA999999999,9999999999",
    ])
    #expect(settings.broker.uri.secret.revealed == "amqps://scan:hidden@broker.example.org/post")
    #expect(settings.broker.uri.endpoint.description == "broker.example.org:5671")
    #expect(settings.broker.heartbeatSeconds == 10)
    #expect(settings.broker.requireUserID)
    #expect(settings.store.path == "/tmp/trial.sqlite")
    #expect(settings.web.listen == nil)
    #expect(settings.alerts.since == LocalDate("2026-03-02"))
    #expect(settings.intake.domesticItemForms.map(\.pattern) == ["AA999999999", "9999999999"])
    #expect(settings.warnings.allSatisfy { !$0.file.hasPrefix("DOSSIERD_") })
  }

  @Test("are named in the mistake that they hold") func mistake() throws {
    let problems = try Trial.problems([:], environment: ["DOSSIERD_MAIL_PORT": "smtp"])
    #expect(
      problems == [
        "DOSSIERD_MAIL_PORT: error: expected a whole number from 1 to 65535, found 'smtp'; correct the number"
      ])
  }

  @Test("that stand in for nothing are warned of, but for those with another use") func unknown() throws {
    let settings = try Trial.shipped([
      "DOSSIERD_BROKER_URL": "x", "DOSSIERD_CONFIG": "x", "DOSSIERD_TEST_BROKER": "x", "PATH": "/bin",
    ])
    let said = settings.warnings.filter { $0.file.hasPrefix("DOSSIERD_") }.map(\.description)
    #expect(
      said == [
        "DOSSIERD_BROKER_URL: warning: this environment variable stands in for no setting; "
          + "did you mean DOSSIERD_BROKER_URI?"
      ])
  }

  @Test("go before a file that the file names") func variableBeforeFile() throws {
    let change = Trial.Change.text("  # uri-file: /etc/dossierd/broker-uri", by: "  uri-file: nowhere")
    let settings = try Trial.load(
      replacing: ["dossierd.yaml": change], environment: ["DOSSIERD_BROKER_URI": "amqp://127.0.0.1:5673"])
    #expect(settings.broker.uri.endpoint.port == 5673)
  }
}
