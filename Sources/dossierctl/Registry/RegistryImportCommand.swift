import ArgumentParser
import Daemon
import Dossiers
import Foundation
import Settings

/// `registry import`: takes offices, places, agencies and procedures from CSV.
struct RegistryImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes offices, places, agencies and procedures from CSV into the registry.",
    discussion: """
      Each file is CSV with a header; its columns are those of the registry's table, in any order, and those that it has \
      not stay as they are. A row takes the place of the one with its code, or is added; what the file does not name \
      stays. Of places the header says which they are: districts, communes since July 2025, communes until June 2025, or \
      which went into which.

      All changes are shown, and the whole registry with them is checked, before anything is written. On a terminal you \
      are asked; elsewhere nothing is written without --yes. The running daemon takes them up with its next reload.

      Exit status: 0 written, or nothing to write; 64 --yes is needed; 65 a file or the registry with it is wrong; 75 \
      not wanted.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Post offices.", valueName: "file"), completion: .file())
  var offices: [String] = []

  @Option(
    help: ArgumentHelp("Districts or communes; may be given several times.", valueName: "file"), completion: .file())
  var places: [String] = []

  @Option(help: ArgumentHelp("Agencies.", valueName: "file"), completion: .file())
  var agencies: [String] = []

  @Option(help: ArgumentHelp("Procedures.", valueName: "file"), completion: .file())
  var procedures: [String] = []

  @Flag(help: "Write without asking.")
  var yes = false

  func validate() throws {
    guard !(offices + places + agencies + procedures).isEmpty else {
      throw ValidationError("Expected --offices, --places, --agencies or --procedures.")
    }
  }

  func run() async throws {
    let path = common.path()
    let folder = try Settings.registryFolder(path, environment: ProcessInfo.processInfo.environment)
    var tables: [String: RegistryTable] = [:]
    var changes: [RegistryTable.Change] = []
    for (kinds, files) in [
      ([RegistryTable.Kind.offices], offices), (RegistryTable.Kind.places, places), ([.agencies], agencies),
      ([.procedures], procedures),
    ] {
      for file in files {
        let read = try ImportedTable(file, as: kinds)
        var table = try tables[read.kind.fileName] ?? RegistryTable(read.kind, in: folder)
        changes += try table.take(read)
        tables[read.kind.fileName] = table
      }
    }
    try show(changes)
    guard !changes.isEmpty else { return }
    let edition = RegistryEdition(tables: tables.values.sorted { $0.kind.fileName < $1.kind.fileName }, folder: folder)
    try edition.check(path)
    guard try isWanted(folder) else { throw CommandError.reported(.temporary) }
    try edition.write()
    Diagnostics.say("\(changes.count) changes are written to \(folder); `systemctl reload dossierd` takes them up.")
  }

  private func show(_ changes: [RegistryTable.Change]) throws {
    var output = Output()
    if common.json {
      for change in changes { try output.json(change) }
    } else if changes.isEmpty {
      try output.sentence("The registry has all of it already.")
    } else {
      var table = Table("table", "code", "change", "what")
      for change in changes { table.add(change.table, change.code, change.change, change.words) }
      try output.table(table)
    }
    try output.flush()
  }

  private func isWanted(_ folder: String) throws -> Bool {
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      Diagnostics.say("dossierctl: nothing was written: say --yes to write these changes where nobody can be asked.")
      throw CommandError.reported(.usage)
    }
    FileHandle.standardError.write(Data("Write these changes to \(folder.escapingControls)? [y/N] ".utf8))
    return ["y", "yes", "c", "có"].contains(readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? "")
  }
}
