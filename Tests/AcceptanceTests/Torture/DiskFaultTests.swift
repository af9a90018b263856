import Foundation
import TestSupport
import Testing

extension Torture {
  /// The disk fails, or somebody else holds the database.
  struct DiskFaultTests {
    @Test("on a full disk intake stands still in words, and goes on by itself when there is room")
    func full() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try await ProcessRunner.succeed("mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.path])
      do {
        try await fillUp(folder)
      } catch {
        try await ProcessRunner.succeed("umount", ["-l", folder.path])
        throw error
      }
      try await ProcessRunner.succeed("umount", ["-l", folder.path])
    }

    private func fillUp(_ folder: URL) async throws {
      let ballast = folder.appending(path: "ballast").path
      let ordeal = try await Ordeal(
        "disk full", settings: ["DOSSIERD_STORE_PATH": folder.appending(path: "dossierd.sqlite").path])
      try await ordeal.undergo(Times(1, 5), within: .seconds(5)) { ordeal in
        let before = ordeal.daemon.lines(with: "make room on its disk")
        _ = try await ProcessRunner.run("dd", ["if=/dev/zero", "of=\(ballast)", "bs=4k"])
        // Until the log of changes has used up what it has already.
        while ordeal.daemon.lines(with: "make room on its disk") == before {
          try await ordeal.tell(200)
          try await ordeal.wait(upTo: 400)
        }
        try FileManager.default.removeItem(atPath: ballast)
        try ordeal.isMended()
      }
      try await ordeal.judge()
    }

    @Test("on a disk that became read-only intake stands still in words, and goes on by itself afterwards")
    func readOnly() async throws {
      try await under("disk read-only", Times(2, 5)) { ordeal, orders in
        let before = ordeal.daemon.lines(with: "intake stands still")
        try orders.failWrites(EROFS)
        let publishing = try ordeal.telling(100)
        try await ordeal.daemon.waitForMoreLines(than: before, with: "intake stands still")
        try orders.failWrites(0)
        try ordeal.isMended()
        try await publishing.value
      }
    }

    @Test("on a disk that takes a tenth of a second for each commit everything is only slower")
    func slow() async throws {
      try await under("disk slow (100 ms each fsync)", Times(1, 5)) { ordeal, orders in
        try orders.slowDisk(100)
        try await ordeal.tell(100)
        try await ordeal.commitsAll()
        try orders.slowDisk(0)
        try ordeal.isMended()
      }
    }

    @Test("a mail that left while nothing could be recorded is recorded later, and does not leave again")
    func cannotRecord() async throws {
      let mail = ["--fail", "late-after-dot", "--times", "0"]
      try await under("disk read-only while a mail is under way", Times(1, 5), mail: mail) { ordeal, orders in
        let before = ordeal.daemon.lines(with: "not recorded yet")
        ordeal.trial.mailServer.failOnceMore()
        try await ordeal.tellLate()
        try await ordeal.trial.mailServer.hangs()
        try FileManager.default.removeItem(at: ordeal.trial.mailServer.maildir.appending(path: "hanging"))
        try orders.failWrites(EROFS)
        try await ordeal.daemon.waitForMoreLines(than: before, with: "not recorded yet")
        try orders.failWrites(0)
        try ordeal.isMended()
      } judge: { verdict in
        #expect(verdict.mailsRepeated == 0)
      }
    }

    private func under(
      _ name: String, _ times: Times, mail: [String] = [], _ strike: (Ordeal, FaultOrders) async throws -> Void,
      judge: (Score) -> Void = { _ in }
    ) async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "orders-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let orders = try FaultOrders(in: folder)
      let ordeal = try await Ordeal(
        name, mail: mail, settings: try await FaultPoints.environment(["FAULT_ORDERS": orders.path]))
      try await ordeal.undergo(times, within: .seconds(5)) { try await strike($0, orders) }
      judge(try await ordeal.judge())
    }

    @Test("while another program holds the database intake stands still in words, and goes on by itself afterwards")
    func locked() async throws {
      let ordeal = try await Ordeal("database locked by a foreign writer")
      try await ordeal.undergo(Times(1, 5), within: .seconds(10)) { ordeal in
        let before = ordeal.daemon.lines(with: "intake stands still")
        let writer = try ForeignWriter(ordeal.trial.database)
        let publishing = try ordeal.telling(100)
        try await ordeal.daemon.waitForMoreLines(than: before, with: "intake stands still")
        try writer.end()
        try ordeal.isMended()
        try await publishing.value
      }
      try await ordeal.judge()
    }
  }
}
