import Dossiers
import Foundation

@testable import Settings

/// The shipped configuration, as it is or changed for one test.
enum Trial {
  /// What a test does to a file.
  enum Change: Sendable {
    /// The file has this text instead.
    case whole(String)
    /// A text that stands in the file is replaced.
    case text(String, by: String)
    /// A text is added at the end.
    case added(String)
    /// The file has these bytes instead.
    case bytes([UInt8])
    /// The file is not there.
    case missing
  }

  /// The shipped folder `config`.
  static let config = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("config").path

  /// 2 March 2026, 08:00 in Vietnam.
  static let now = LocalDate(day: 20_514).at(secondOfDay: 28_800)

  static func shipped(_ environment: [String: String] = [:]) throws -> Settings {
    try Settings.load(config + "/dossierd.yaml", environment: environment, now: now)
  }

  /// Loads a copy of the shipped configuration with some files changed.
  static func load(
    replacing changes: [String: Change], mode: Int = 0o640, environment: [String: String] = [:], now: Instant = now
  ) throws -> Settings {
    try within(changes, mode: mode) { folder in
      try Settings.load(folder + "/dossierd.yaml", environment: environment, now: now)
    }
  }

  /// The mistakes in a copy of the shipped configuration with some files changed; files as seen from its folder.
  static func problems(
    _ changes: [String: Change], mode: Int = 0o640, environment: [String: String] = [:]
  ) throws -> [String] {
    try within(changes, mode: mode) { folder in
      do {
        _ = try Settings.load(folder + "/dossierd.yaml", environment: environment, now: now)
        return []
      } catch let SettingsError.problems(problems) {
        return problems.map { $0.description.replacing(folder + "/", with: "") }
      }
    }
  }

  private static func within<Value>(
    _ changes: [String: Change], mode: Int, _ run: (String) throws -> Value
  ) throws -> Value {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString)").path
    defer { try? files.removeItem(atPath: folder) }
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for part in ["dossierd.yaml", "routing.yaml", "targets.csv", "registry", "policy", "calendar"] {
      try files.copyItem(atPath: config + "/" + part, toPath: folder + "/" + part)
    }
    try files.createDirectory(atPath: folder + "/templates", withIntermediateDirectories: true)
    for (file, change) in changes { try apply(change, to: folder + "/" + file) }
    for file in try files.subpathsOfDirectory(atPath: folder) where file.contains(".") {
      try files.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/" + file)
    }
    return try run(folder)
  }

  private static func apply(_ change: Change, to path: String) throws {
    let old = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    switch change {
    case .whole(let text):
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    case .text(let found, let replacement):
      guard let range = old.firstRange(of: found) else { throw Missing(text: found, file: path) }
      try old.replacingCharacters(in: range, with: replacement).write(toFile: path, atomically: true, encoding: .utf8)
    case .added(let text):
      try (old + text).write(toFile: path, atomically: true, encoding: .utf8)
    case .bytes(let bytes):
      try Data(bytes).write(to: URL(filePath: path))
    case .missing:
      try FileManager.default.removeItem(atPath: path)
    }
  }

  /// The text that a test wants to change is not in the file.
  struct Missing: Error {
    let text: String
    let file: String
  }
}
