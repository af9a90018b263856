import Foundation
import TestSupport
import Testing

@Suite("topology definitions")
struct DefinitionsTests {
  private func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test("the shipped definitions are those of the shipped registry")
  func shipped() async throws {
    let outcome = try await Tool.run("topology", "definitions")
    let file = Tool.root.appending(path: "config/rabbitmq/definitions.json")
    let shipped = try String(contentsOf: file, encoding: .utf8)
    #expect(outcome.output == shipped)
  }

  @Test("a sheet of passwords is made for its owner alone, is kept, and gives the same definitions again")
  func passwords() async throws {
    let sheet = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: sheet) }
    let first = try await Tool.run("topology", "definitions", "--passwords", sheet)
    let text = try String(contentsOfFile: sheet, encoding: .utf8)
    #expect(first.status == 0)
    #expect(try mode(sheet) == 0o600)
    #expect(text.contains("\n381100,") && text.contains("\ndossierd,") && text.contains("\nH18.101,"))
    let password = try #require(text.split(separator: "\n").last?.split(separator: ",").last)
    #expect(password.count == 26)
    #expect(!first.output.contains(password))
    let second = try await Tool.run("topology", "definitions", "--passwords", sheet)
    #expect(second.output == first.output)
    #expect(try String(contentsOfFile: sheet, encoding: .utf8) == text)
  }

  @Test("a sheet that others may read is refused, and so is a line that is none, without showing it")
  func refused() async throws {
    let sheet = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: sheet) }
    try Data("381100,a\nsecret words\n".utf8).write(to: URL(filePath: sheet))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: sheet)
    let open = try await Tool.run("topology", "definitions", "--passwords", sheet)
    #expect(open.status == 66)
    #expect(open.errors.contains("chmod 0600"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: sheet)
    let wrong = try await Tool.run("topology", "definitions", "--passwords", sheet)
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("\(sheet):2: "))
    #expect(!wrong.errors.contains("secret"))
  }
}
