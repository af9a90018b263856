import Crypto
import Foundation
import TestSupport
import Testing

@testable import Daemon

struct AcknowledgeKeyTests {
  private func file(_ text: String? = nil, mode: Int = 0o600) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = AcknowledgeKey.path(besideStore: folder.appending(path: "dossierd.sqlite").path)
    if let text {
      try Data(text.utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    return path
  }

  private func bytes(_ key: SymmetricKey?) -> [UInt8]? { key?.withUnsafeBytes { Array($0) } }

  private func base64(_ byte: UInt8, count: Int = 32) -> String {
    Data(repeating: byte, count: count).base64EncodedString()
  }

  @Test("where there is no key one is made, of 32 random bytes, for the daemon's user alone, and kept from then on")
  func made() throws {
    let path = try file()
    let key = try AcknowledgeKey.loadOrMake(path)
    #expect(key.current.bitCount >= 256 && key.old == nil)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try bytes(AcknowledgeKey.loadOrMake(path).current) == bytes(key.current))
    try AcknowledgeKey.make(path)
    #expect(try bytes(AcknowledgeKey.load(path).current) == bytes(key.current))
    let folder = URL(filePath: path).deletingLastPathComponent().path
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    #expect(try bytes(AcknowledgeKey.loadOrMake(file()).current) != bytes(key.current))
  }

  @Test("the first key signs, the second is an old one, on one line or on two")
  func two() throws {
    let key = try AcknowledgeKey.load(file("\(base64(1))\n\(base64(2, count: 40))\n", mode: 0o640))
    #expect(bytes(key.current) == Array(base64(1).utf8))
    #expect(bytes(key.old) == Array(base64(2, count: 40).utf8))
    #expect(bytes(AcknowledgeKey("\(base64(1)) \(base64(2))")?.old) == Array(base64(2).utf8))
    #expect(bytes(AcknowledgeKey(base64(1))?.old) == nil)
  }

  @Test("a file that holds no key, a short one, or too many is refused in words")
  func refused() throws {
    let bad = [
      "", "\n", "????", String(repeating: "a", count: 31), "\(base64(1))\n\(base64(2))\n\(base64(3))",
      "\(base64(1))\nshort",
      String(repeating: "A", count: 5000),
    ]
    for text in bad {
      let path = try file(text)
      let failure = #expect(throws: KeyFile.Failure.self, "\(text)") { try AcknowledgeKey.loadOrMake(path) }
      #expect(failure?.description.contains("expected ") == true)
      #expect(failure?.description.contains(base64(1)) == false)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  @Test("a key that others may read, a folder, and a path that leads nowhere are refused")
  func unsafe() throws {
    let open = try file(base64(1), mode: 0o644)
    #expect(throws: KeyFile.Failure.self) { try AcknowledgeKey.load(open) }
    let folder = URL(filePath: open).deletingLastPathComponent().path
    #expect(throws: KeyFile.Failure.self) { try AcknowledgeKey.load(folder) }
    #expect(throws: KeyFile.Failure.self) { try AcknowledgeKey.loadOrMake(folder + "/none/key") }
    #expect(throws: KeyFile.Failure.self) { try AcknowledgeKey.load(folder + "/none") }
  }

  @Test("no dump of a key shows it")
  func silent() {
    let key = AcknowledgeKey(current: SymmetricKey(size: .bits256), old: nil)
    var dumped = ""
    dump(key, to: &dumped)
    #expect("\(key)" == "***" && !dumped.contains("current"))
  }
}
