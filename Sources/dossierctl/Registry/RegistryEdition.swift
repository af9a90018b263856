import Dossiers
import Foundation
import Settings

/// The registry with changed tables, which is checked before it takes the place of the one that is there.
struct RegistryEdition {
  let tables: [RegistryTable]
  let folder: String

  /// Checks the whole configuration with the new tables.
  /// - Throws: `CommandError` once the mistakes that are new by them are said; those that are there already stay.
  func check(_ settings: String) throws {
    let manager = FileManager.default
    let trial = manager.temporaryDirectory.appending(path: "dossierd-registry-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: trial) }
    do {
      try manager.copyItem(at: URL(filePath: folder).resolvingSymlinksInPath(), to: trial)
      for table in tables { try Data(table.text.utf8).write(to: trial.appending(path: table.kind.fileName)) }
    } catch {
      throw CommandError.unwritable(reason: "\(trial.path): \(error.localizedDescription)")
    }
    let known = mistakes(settings, registry: folder)
    let found = mistakes(settings, registry: trial.path).filter { mistake in
      !known.contains { $0.isSame(as: mistake, in: folder, trial.path) }
    }
    for mistake in found {
      Diagnostics.say("dossierctl: \(mistake.description.replacing(trial.path, with: folder))")
    }
    guard found.isEmpty else { throw CommandError.reported(.data) }
  }

  private func mistakes(_ settings: String, registry: String) -> [SettingsProblem] {
    var environment = ProcessInfo.processInfo.environment
    environment["DOSSIERD_FILES_REGISTRY"] = registry
    do throws(SettingsError) {
      _ = try Settings.load(settings, environment: environment, now: .current)
      return []
    } catch {
      switch error {
      case .problems(let problems): return problems
      }
    }
  }

  /// Writes the tables.
  func write() throws(CommandError) {
    for table in tables {
      let path = "\(folder)/\(table.kind.fileName)"
      do {
        // Into the file itself, whose owner and rights are the administrator's.
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? file.close() }
        try file.write(contentsOf: Data(table.text.utf8))
        try file.truncate(atOffset: UInt64(table.text.utf8.count))
        try file.synchronize()
      } catch {
        throw .unwritable(reason: "\(path): \(error.localizedDescription)")
      }
    }
  }
}

extension SettingsProblem {
  /// Whether it is the same mistake, of two folders.
  fileprivate func isSame(as other: SettingsProblem, in folder: String, _ trial: String) -> Bool {
    file.replacing(folder, with: trial) == other.file && found == other.found && expected == other.expected
  }
}
