import Foundation
import TestSupport
import Testing

/// What `make install` puts into a system and `make uninstall` takes out of it.
struct InstallTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "install-\(UUID().uuidString)").path

  private func place(_ word: String) async throws {
    try await ProcessRunner.succeed(
      Built.root.appending(path: "packaging/place").path, [word],
      environment: ProcessInfo.processInfo.environment.merging([
        "PREFIX": "/opt/post", "DESTDIR": root,
        "PROGRAMS": URL(fileURLWithPath: Built.program("dossierd")).deletingLastPathComponent().path,
      ]) { $1 })
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: root + path, encoding: .utf8)
  }

  /// All files below the root, as paths in the system.
  private func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: root + "/" + $0, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  @Test("an installation has all that is shipped, runs from where it was put, and leaves what is configured as it is")
  func installs() async throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try FileManager.default.createDirectory(atPath: root + "/etc/dossierd", withIntermediateDirectories: true)
    let own = "broker:\n  uri: amqp://localhost\n"
    try own.write(toFile: root + "/etc/dossierd/dossierd.yaml", atomically: true, encoding: .utf8)
    try await place("install")

    #expect(try text("/etc/dossierd/dossierd.yaml") == own)
    #expect(try text("/opt/post/lib/systemd/system/dossierd.service").contains("ExecStart=/opt/post/bin/dossierd run"))
    #expect(try text("/opt/post/lib/sysusers.d/dossierd.conf").contains("u dossierd"))
    for path in ["/etc/dossierd/registry/leads.csv", "/opt/post/share/doc/dossierd/contract/event.schema.json"] {
      #expect(FileManager.default.fileExists(atPath: root + path), "\(path)")
    }
    for program in ["dossierd", "dossierctl"] {
      let version = try await ProcessRunner.succeed(root + "/opt/post/bin/" + program, ["--version"])
      #expect(!version.isEmpty)
      try await ProcessRunner.succeed("bash", ["-n", root + "/opt/post/share/bash-completion/completions/" + program])
      #expect(try text("/opt/post/share/zsh/vendor-completions/_" + program).hasPrefix("#compdef \(program)"))
      #expect(
        try text("/opt/post/share/fish/vendor_completions.d/\(program).fish").contains("complete -c '\(program)'"))
    }

    try await place("uninstall")
    let left = try files()
    #expect(!left.isEmpty && left.allSatisfy { $0.hasPrefix("etc/dossierd/") }, "\(left)")
  }

  @Test("the manual pages tell of every command and every key, in the words of the help and of the shipped settings")
  func manualPages() async throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try await place("install")
    let control = try text("/opt/post/share/man/man1/dossierctl.1")
    let help = try await ProcessRunner.succeed(Built.program("dossierctl"), ["--help"])
    let commands = try #require(help.split(separator: "SUBCOMMANDS:").last).split(separator: "\n").compactMap {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") ? $0.split(separator: " ").first : nil
    }
    #expect(commands.count > 20)
    for command in commands where command != "See" {
      #expect(control.contains(".SS dossierctl \(command)"), "\(command)")
    }
    #expect(control.contains(".SH EXIT STATUS"))
    #expect(try text("/opt/post/share/man/man8/dossierd.8").contains(".SS dossierd check\\-config"))

    let settings = try text("/opt/post/share/man/man5/dossierd.yaml.5")
    let keys = try String(contentsOf: Built.root.appending(path: "config/dossierd.yaml"), encoding: .utf8)
      .matches(of: #/(?m)^  (?:# )?([a-z-]+): /#).map(\.output.1)
    #expect(keys.count > 40)
    for key in keys { #expect(settings.contains("\\fB\(key.replacing("-", with: "\\-"))\\fR"), "\(key)") }
  }
}
