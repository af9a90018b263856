import Foundation

/// Where the state lies.
public struct StoreSettings: Sendable, Hashable {
  /// The path of the SQLite database.
  public let path: String
  /// The path of the archive that closed dossiers are moved to; `archive.sqlite` beside the database where nothing else
  /// is said.
  public let archive: String

  /// The path of the local socket at which operators ask; beside the database where nothing else is said.
  public let socket: String
  /// Whether the service's group may ask too, which it may where the socket has a place of its own.
  public let isSocketShared: Bool

  init(_ section: Section, folder: String) {
    let path = section.path("path", in: folder, default: "/var/lib/dossierd/dossierd.sqlite").text
    self.path = path
    archive =
      section.path("archive", in: folder)?.text
      ?? URL(fileURLWithPath: path).deletingLastPathComponent().appending(path: "archive.sqlite").path
    let socket = section.path("socket", in: folder)?.text
    self.socket = socket ?? path + ".sock"
    isSocketShared = socket != nil
  }
}
