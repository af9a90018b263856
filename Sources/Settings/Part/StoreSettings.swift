/// Where the state lies.
public struct StoreSettings: Sendable, Hashable {
  /// The path of the SQLite database.
  public let path: String

  init(_ section: Section, folder: String) {
    path = section.path("path", in: folder, default: "/var/lib/dossierd/dossierd.sqlite").text
  }
}
