import Foundation
import TestSupport
import Testing

/// What an office's user at the broker may do, with real users of a real broker.
@Suite("An office speaks only for itself")
struct OfficeRightsTests {
  private static let names = [
    "DOSSIERD_BROKER_EXCHANGE": "rights.events", "DOSSIERD_BROKER_QUEUE": "rights.queue",
    "DOSSIERD_BROKER_DEAD_EXCHANGE": "rights.dead", "DOSSIERD_BROKER_DEAD_QUEUE": "rights.dead-queue",
  ]

  /// A broker that has imported the definitions of the registry, and a daemon that is its user `dossierd` there.
  private final class Province {
    let trial: DaemonTrial
    let passwords: [String: String]

    init() async throws {
      let broker = try await PrivateBroker.start()
      let folder = FileManager.default.temporaryDirectory.appending(path: "rights-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let sheet = folder.appending(path: "passwords.csv")
      let secret = "kept-as-it-was"
      try Data("dossierd,\(secret)\n".utf8).write(to: sheet)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: sheet.path)
      trial = try await DaemonTrial(
        broker: broker,
        settings: OfficeRightsTests.names.merging([
          "DOSSIERD_BROKER_URI": broker.uri(of: "dossierd", secret), "DOSSIERD_BROKER_REQUIRE_USER_ID": "true",
        ]) { $1 })
      let definitions = folder.appending(path: "definitions.json")
      try await trial.control("topology", "definitions", "--passwords", sheet.path)
        .write(to: definitions, atomically: true, encoding: .utf8)
      try await broker.control("import_definitions", definitions.path)
      passwords = try String(contentsOf: sheet, encoding: .utf8).split(separator: "\n").reduce(into: [:]) {
        let fields = $1.split(separator: ",").map(String.init)
        $0[fields[0]] = fields.last
      }
    }

    func uri(of user: String) throws -> String { trial.broker.uri(of: user, try #require(passwords[user])) }

    /// Runs `dossierctl publish` as a user of the broker.
    func publish(_ event: String, as user: String) async throws -> ProcessRunner.Outcome {
      try await ProcessRunner.run(
        Built.program("dossierctl"), ["publish", "-"],
        environment: trial.environment.merging(["DOSSIERD_BROKER_URI": try uri(of: user)]) { $1 },
        input: Data("\(event)\n".utf8))
    }

    /// Runs one of amqp-tools as a user of the broker.
    func run(_ tool: String, _ arguments: String..., as user: String) async throws -> ProcessRunner.Outcome {
      try await ProcessRunner.run(tool, ["--url", try uri(of: user)] + arguments)
    }
  }

  @Test("what an office says of itself is taken; what it says for another, or without its name, is not")
  func speaking() async throws {
    let province = try await Province()
    let daemon = try RunningDaemon(
      environment: province.trial.environment, folder: province.trial.folder, declares: false)
    try await daemon.waitForLog("dossierd is ready")
    let event = Scans.accepted(id: "a", at: Scans.morning(daysAgo: 1))

    let foreign = try await province.publish(event, as: "380000")
    #expect(foreign.status != 0)
    #expect(foreign.errors.contains("403") || foreign.errors.contains("ACCESS_REFUSED"), "\(foreign)")
    let nameless = try await province.run(
      "amqp-publish", "-e", province.trial.exchange, "-r", "postoffice.381100", "-C", "application/cloudevents+json",
      "-p", "-b", event, as: "381100")
    #expect(nameless.status == 0)
    try await waitUntil("the nameless one is parked") {
      try await province.trial.control("parked", "list", "--json").contains(#""reason":"not-vouched""#)
    }
    #expect(try await province.trial.control("parked", "list", "--json").split(separator: "\n").count == 1)

    #expect(try await province.publish(event, as: "381100").status == 0)
    try await waitUntil("the office's own is taken") {
      (try? await province.trial.control("dossier", Scans.dossier)) != nil
    }
    _ = try await daemon.stop()
  }

  @Test(
    "an office can neither read nor delete a queue, make one, or reach the dead letters; the daemon publishes nothing")
  func rights() async throws {
    let province = try await Province()
    let queue = try #require(Self.names["DOSSIERD_BROKER_QUEUE"])
    let dead = try #require(Self.names["DOSSIERD_BROKER_DEAD_EXCHANGE"])
    for user in ["381100", "H18.101"] {
      #expect(try await province.run("amqp-get", "-q", queue, as: user).errors.contains("403"))
      #expect(try await province.run("amqp-delete-queue", "-q", queue, as: user).errors.contains("403"))
      #expect(try await province.run("amqp-declare-queue", "-d", "-q", "mine", as: user).errors.contains("403"))
    }
    let event = Scans.accepted(id: "a", at: Scans.morning(daysAgo: 1))
    #expect(try await province.publish(event, as: "dossierd").status != 0)
    _ = try await province.run("amqp-publish", "-e", dead, "-r", "x", "-b", "noise", as: "381100")
    let queues = try await province.trial.broker.control("list_queues", "--silent", "name", "messages")
    #expect(Set(queues.split(separator: "\n").map(String.init)) == ["rights.queue\t0", "rights.dead-queue\t0"])
  }
}

extension PrivateBroker {
  /// Its address for a user.
  fileprivate func uri(of user: String, _ password: String) -> String {
    uri.replacing("//guest:guest@", with: "//\(user):\(password)@")
  }
}
