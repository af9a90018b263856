import Foundation
import TestSupport
import Testing

extension Torture {
  /// The machine loses its power.
  struct PowerTests {
    @Test("after a power cut all that was acknowledged is there, whatever of the rest had reached the disk")
    func cut() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "platter-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let ordeal = try await Ordeal(
        "power cut", settings: try await FaultPoints.environment(["FAULT_DISK": folder.path]))
      try await ordeal.undergo(Times(8, 50, 200), within: .seconds(2)) { ordeal in
        let publishing = try ordeal.telling(150)
        try await ordeal.wait(upTo: 200)
        try await ordeal.daemon.kill9()
        try await publishing.value
        var chance = SeededGenerator(seed: UInt64(ordeal.draw(0...1_000_000)))
        try Platter(folder).losePower(under: ordeal.trial.database, &chance)
        try ordeal.isMended()
        try await ordeal.start()
      }
      try await ordeal.judge()
    }
  }
}
