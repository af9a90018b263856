import Foundation
import TestSupport

/// What had reached the disk, by the last time that the daemon waited for it.
///
/// Of what was written since, any part may have reached it before the power went, sector by sector: so each sector that
/// differs is taken from the one side or from the other by chance.
struct Platter {
  private static let sector = 512
  private let folder: URL

  init(_ folder: URL) { self.folder = folder }

  /// Puts what a power cut would leave in the place of the database at `path` and its log.
  func losePower(under path: String, _ chance: inout SeededGenerator) throws {
    for file in [path, path + "-wal"] {
      let written = (try? Data(contentsOf: URL(fileURLWithPath: file))) ?? Data()
      let kept =
        (try? Data(contentsOf: folder.appending(path: URL(fileURLWithPath: file).lastPathComponent))) ?? Data()
      try torn(written, kept, &chance).write(to: URL(fileURLWithPath: file))
    }
    // The index of the log is no more than memory.
    try? FileManager.default.removeItem(atPath: path + "-shm")
  }

  private func torn(_ written: Data, _ kept: Data, _ chance: inout SeededGenerator) -> Data {
    let length = Int.random(in: min(written.count, kept.count)...max(written.count, kept.count), using: &chance)
    var torn = Data(capacity: length)
    for start in stride(from: 0, to: length, by: Platter.sector) {
      let end = min(start + Platter.sector, length)
      let side = Bool.random(using: &chance) ? written : kept
      let part = start < side.count ? side[start..<min(end, side.count)] : Data()
      torn += part
      // A file that has grown by its length alone reads as zeros there.
      torn += Data(count: end - start - part.count)
    }
    return torn
  }
}
