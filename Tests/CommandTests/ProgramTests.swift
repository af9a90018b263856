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

  @Test(
    "every command explains itself",
    arguments: [
      "publish", "simulate", "fold", "calendar", "calendar due", "calendar between", "topology", "topology apply",
      "topology check", "dossier", "alerts", "parked", "parked list", "parked show", "parked replay", "parked discard",
      "event", "event add", "event void", "closure", "closure add", "closure end", "closure list",
      "closure behind", "rebuild", "try",
    ])
  func help(_ command: String) async throws {
    let outcome = try await Tool.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: dossierctl \(command)"))
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
