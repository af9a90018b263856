import TestSupport
import Testing

@Suite("dossierctl")
struct ProgramTests {
  @Test("it tells its version")
  func version() async throws {
    let outcome = try await Tool.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1)
  }

  fileprivate static let commands = [
    "publish", "simulate", "fold", "calendar due", "calendar between", "topology apply", "topology check", "dossier",
    "alerts", "parked list", "parked show", "parked replay", "parked discard", "event add", "event void",
    "closure add", "closure end", "closure list", "closure behind", "rebuild", "try", "reader password", "looks",
    "adoption", "import totals", "figures", "ack", "silence add", "silence list", "silence expire", "route test",
    "mail preview", "report make", "report verify", "status", "init", "registry import",
  ]

  @Test(
    "every command explains itself",
    arguments: ProgramTests.commands + [
      "calendar", "topology", "parked", "event", "closure", "silence", "report", "registry",
    ])
  func help(_ command: String) async throws {
    let outcome = try await Tool.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: dossierctl \(command)"))
  }

  @Test(
    "every command prints JSON where it is asked to, and no colours where they are not wanted",
    arguments: ProgramTests.commands)
  func form(_ command: String) async throws {
    let outcome = try await Tool.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(outcome.output.contains("--json") && outcome.output.contains("--no-color"))
  }

  @Test("a password is read from standard input, and its hash alone is printed")
  func password() async throws {
    let outcome = try await Tool.run(["reader", "password"], input: "đường lên Điện Biên\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("$scrypt$ln=15,r=8,p=3$") && outcome.lines.count == 1)
    #expect(!outcome.output.contains("Biên"))
    let short = try await Tool.run(["reader", "password"], input: "short\n")
    #expect(short.status == 65 && short.errors.contains("12 characters or more") && short.output.isEmpty)
  }

  @Test("an unknown command is wrong usage")
  func unknown() async throws {
    #expect(try await Tool.run("frobnicate").status == 64)
  }

  @Test(
    "what an operator tells has his reason, in words",
    arguments: [
      ["event", "void", "/operators/lan", "1"], ["event", "add", "-"], ["closure", "end", "/operators/lan", "1"],
      ["closure", "add", "--from", "2026-03-02", "--place", "district:094", "--reason", "flood"],
    ])
  func reasoned(_ command: [String]) async throws {
    for why in [[], ["--why", ""], ["--why", " \n"]] {
      let outcome = try await Tool.run(command + why)
      #expect(outcome.status == 64 && outcome.errors.contains("--why"), "\(outcome.errors)")
    }
  }

  @Test("settings that are not there or not right end it with 78 and say where")
  func configuration() async throws {
    let absent = try await Tool.run("topology", "check", "--config", "/nowhere/dossierd.yaml")
    #expect(absent.status == 78)
    #expect(absent.errors.contains("/nowhere/dossierd.yaml"))
    let wrong = try await Tool.run("topology", "check", environment: ["DOSSIERD_BROKER_PREFETCH": "many"])
    #expect(wrong.status == 78)
    #expect(wrong.errors.contains("DOSSIERD_BROKER_PREFETCH"))
  }

  @Test("a file that is not there ends it with 66", arguments: ["publish", "fold"])
  func noInput(_ command: String) async throws {
    let arguments = command == "fold" ? ["fold", "--now", "2026-03-02"] : [command]
    let outcome = try await Tool.run(arguments + ["/nowhere/events.ndjson"])
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("/nowhere/events.ndjson can't be opened"))
  }

  @Test("what strangers wrote can't move the cursor")
  func safe() async throws {
    let outcome = try await Tool.run("fold", "--now", "2026-03-02", "/nowhere/\u{1B}[2J\u{202E}x")
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("\u{202E}"))
    #expect(outcome.errors.contains("\\u{1B}[2J\\u{202E}x"))
  }
}
