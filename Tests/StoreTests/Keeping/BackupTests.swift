import Dossiers
import Foundation
import GRDB
import Store
import TestSupport
import Testing

struct BackupTests {
  private let folder: TemporaryFolder
  private let backups: BackupFolder

  init() throws {
    folder = try TemporaryFolder()
    backups = BackupFolder(path: folder.path + "/backups")
  }

  private func story() -> Scenario {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-03 09:00")
    return story
  }

  @Test("a backup beside the running owner holds what was committed, and can be read as it is, in one file")
  func besideOwner() async throws {
    let desk = try await Desk(SQLiteStore(path: folder.database))
    try await desk.take(story(), at: "2026-03-03 10:00")
    let made = try backups.make(of: folder.database, at: instant("2026-03-03 11:00"))
    #expect(made.made == instant("2026-03-03 11:00") && made.occasion == .asked)
    let verified = try StoreFile.verified(made.path)
    #expect(verified.events == 2 && verified.lastRecorded == instant("2026-03-03 10:00") && !verified.isOlder)
    let copy = try SQLiteStore(path: made.path, access: .reader)
    let now = instant("2026-03-03 12:00")
    #expect(try await copy.report(on: code(Scenario.dossier), at: now) == desk.report(at: "2026-03-03 12:00"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: backups.path).sorted()
        == ["backup.lock", URL(fileURLWithPath: made.path).lastPathComponent])
    let mode = try FileManager.default.attributesOfItem(atPath: made.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.attributesOfItem(atPath: backups.path)[.posixPermissions] as? Int == 0o700)
  }

  @Test("while a backup is made, the owner goes on taking, and the copy is sound and of one moment")
  func whileTaking() async throws {
    let desk = try await Desk(SQLiteStore(path: folder.database))
    var random = SeededGenerator(seed: 7)
    let events = (0..<8).flatMap { _ in ScenarioEvents.draw(using: &random) }.filter(\.isOfTheContract)
    async let taking: Void = {
      for event in events {
        _ = try await desk.store.take([Desk.arrival(event)], recorded: instant("2026-12-01 10:00"))
      }
    }()
    var counts: [Int] = []
    for second in 0..<6 {
      let made = try backups.make(
        of: folder.database, at: instant("2026-12-01 10:00").advanced(by: .seconds(Int64(second))))
      counts.append(try StoreFile.verified(made.path).events)
    }
    try await taking
    #expect(counts == counts.sorted())
  }

  @Test("too many or too old backups are removed, the newest never, and nothing else")
  func pruning() async throws {
    _ = try await Desk(SQLiteStore(path: folder.database))
    let days = (1...6).map { instant("2026-03-0\($0) 02:00") }
    for day in days { _ = try backups.make(of: folder.database, at: day) }
    try Data().write(to: URL(fileURLWithPath: backups.path + "/dossierd-notes.sqlite"))
    _ = try backups.prune(count: 4, days: 60, at: instant("2026-03-06 03:00"))
    #expect(backups.backups().map(\.made) == days.suffix(4).reversed())
    _ = try backups.prune(count: 4, days: 2, at: instant("2026-03-06 03:00"))
    #expect(backups.backups().map(\.made) == days.suffix(2).reversed())
    let removed = try backups.prune(count: 1, days: 1, at: instant("2027-03-06 03:00"))
    #expect(removed.map(\.made) == [days[4]])
    #expect(backups.last == days[5])
    #expect(FileManager.default.fileExists(atPath: backups.path + "/dossierd-notes.sqlite"))
  }

  @Test("two backups of one second have two names; what a killed one left is no backup, and goes with the next")
  func names() async throws {
    _ = try await Desk(SQLiteStore(path: folder.database))
    let now = instant("2026-03-02 02:00")
    let first = try backups.make(of: folder.database, at: now)
    try Data("half".utf8).write(to: URL(fileURLWithPath: backups.path + "/backup.part"))
    #expect(backups.backups() == [first])
    let second = try backups.make(of: folder.database, at: now)
    #expect(second.made == now.advanced(by: .seconds(1)))
    #expect(!FileManager.default.fileExists(atPath: backups.path + "/backup.part"))
  }

  @Test("a damaged copy, a foreign database and a file that is none are told from a sound one")
  func unsound() async throws {
    let desk = try await Desk(SQLiteStore(path: folder.database))
    try await desk.take(story(), at: "2026-03-03 10:00")
    let made = try backups.make(of: folder.database, at: instant("2026-03-03 11:00"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: made.path))
    func whyNot(_ data: Data) throws -> String? {
      try folder.write(data, to: "copy.db")
      do {
        _ = try StoreFile.verified(folder.path + "/copy.db")
        return nil
      } catch { return "\(error)" }
    }
    #expect(try whyNot(bytes) == nil)
    var damaged = bytes
    damaged.replaceSubrange(4096 * 3..<4096 * 4, with: Data(repeating: 0x5A, count: 4096))
    #expect(try whyNot(damaged)?.contains("no sound copy") == true)
    #expect(try whyNot(bytes.prefix(4096 * 2))?.contains("no sound copy") == true)
    #expect(try whyNot(Data("no database".utf8))?.contains("no sound copy") == true)
    #expect(try whyNot(Data())?.contains("another program") == true)
    try await DatabaseQueue(path: folder.path + "/foreign.db").write {
      try $0.execute(sql: "CREATE TABLE books (title)")
    }
    #expect(throws: StoreError.self) { try StoreFile.verified(folder.path + "/foreign.db") }
  }

  @Test("a store that is not there gives no backup, and leaves no file")
  func nothing() throws {
    #expect(throws: StoreError.self) { try backups.make(of: folder.database, at: instant("2026-03-02 02:00")) }
    #expect(backups.backups().isEmpty && !FileManager.default.fileExists(atPath: backups.path + "/backup.part"))
  }
}
