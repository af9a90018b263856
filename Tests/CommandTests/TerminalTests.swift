import TestSupport
import Testing

/// What only a person at a terminal gets; `script` of util-linux makes one.
@Suite("dossierctl at a terminal")
struct TerminalTests {
  private static let list = "\(Tool.program) adoption --missing"

  private func terminal(_ line: String) async throws -> [String] {
    let outcome = try await Tool.shell("export TERM=xterm; script -qec '\(line)' /dev/null </dev/null")
    return outcome.output.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test("a long table goes through the pager, and a short one does not")
  func paging() async throws {
    let long = try await terminal("stty rows 5 && PAGER=\"sed s/^/paged:/\" \(TerminalTests.list)")
    #expect(long.count > 5 && long.allSatisfy { $0.hasPrefix("paged:") }, "\(long.prefix(3))")
    let short = try await terminal("stty rows 5000 && PAGER=\"sed s/^/paged:/\" \(TerminalTests.list)")
    #expect(short.count > 5 && !short.contains { $0.hasPrefix("paged:") })
  }

  @Test("a pager that is not there, or not wanted, leaves the table whole")
  func noPager() async throws {
    let plain = try await Tool.shell(TerminalTests.list)
    for pager in ["", "/nowhere/pager"] {
      let shown = try await terminal("stty rows 5 && NO_COLOR=1 PAGER=\"\(pager)\" \(TerminalTests.list)")
      #expect(shown.filter { !$0.contains("/nowhere") } == plain.lines)
    }
  }

  @Test("programs get no pager and no colours, and a person none where he does not want any")
  func colours() async throws {
    #expect(try await !Tool.shell(TerminalTests.list).output.contains("\u{1B}"))
    let coloured = try await terminal("PAGER= \(TerminalTests.list)")
    #expect(coloured.contains { $0.contains("\u{1B}[1m") })
    for quiet in [
      "NO_COLOR=1 \(TerminalTests.list)", "TERM=dumb \(TerminalTests.list)", "\(TerminalTests.list) --no-color",
    ] {
      let shown = try await terminal("export PAGER=; \(quiet)")
      #expect(!shown.contains { $0.contains("\u{1B}") }, "\(quiet)")
    }
  }
}
