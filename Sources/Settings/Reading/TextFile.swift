import Foundation

/// A file of the configuration, read whole.
enum TextFile {
  /// No file of a configuration is larger; what is, is another file.
  static let largest = 16 << 20

  /// The text of the file at `path`, or nil once it is reported, at the place that named it, why there is none.
  static func read(_ path: String, namedAt place: Place, _ problems: Problems) -> String? {
    guard let data = bytes(of: path, namedAt: place, problems) else { return nil }
    guard let text = String(data: data, encoding: .utf8) else {
      refuse(data, path, problems)
      return nil
    }
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }

  /// The bytes of the file at `path`, or nil once it is reported, at the place that named it, why there are none.
  static func bytes(of path: String, namedAt place: Place, _ problems: Problems) -> Data? {
    guard let kind = mode(of: path) else {
      problems.error(place, expected: "a file", found: "none at \(path)", advice: "correct the path or create the file")
      return nil
    }
    // Anything but a file, such as a pipe, could hold the start for ever.
    guard kind & S_IFMT == S_IFREG else {
      problems.error(place, expected: "a file", found: "something else at \(path)", advice: "correct the path")
      return nil
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      problems.error(
        place, expected: "a readable file", found: "\(path), which may not be read",
        advice: "let the daemon's user read it")
      return nil
    }
    guard data.count <= largest else {
      refuse(data, path, problems)
      return nil
    }
    return data
  }

  private static func refuse(_ data: Data, _ path: String, _ problems: Problems) {
    problems.error(
      Place(file: path), expected: "a text in UTF-8 of at most 16 MiB", found: "\(data.count) bytes that are none",
      advice: "save it as UTF-8")
  }

  /// Whether users who are neither the owner nor of its group may read the file.
  static func isReadableByOthers(_ path: String) -> Bool {
    mode(of: path).map { $0 & S_IROTH != 0 } ?? false
  }

  /// Whether there is anything at `path`.
  static func isThere(_ path: String) -> Bool { mode(of: path) != nil }

  /// Whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool {
    mode(of: path).map { $0 & S_IFMT == S_IFDIR } ?? false
  }

  /// `path` as seen from `folder`, unless it is absolute.
  static func resolve(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + (folder.hasSuffix("/") ? "" : "/") + path
  }

  /// The folder that the file at `path` lies in; empty for the working directory.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The type and permissions of what is at `path`, behind all links; nil where there is nothing.
  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }
}
