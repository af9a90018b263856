import Foundation

/// Where the state lies.
public struct StoreSettings: Sendable, Hashable {
  /// The path of the SQLite database.
  public let path: String
  /// The path of the archive that closed dossiers are moved to; `archive.sqlite` beside the database where nothing else
  /// is said.
  public let archive: String

  init(_ section: Section, folder: String) {
    let path = section.path("path", in: folder, default: "/var/lib/dossierd/dossierd.sqlite").text
    self.path = path
    archive =
      section.path("archive", in: folder)?.text
      ?? URL(fileURLWithPath: path).deletingLastPathComponent().appending(path: "archive.sqlite").path
  }
}
