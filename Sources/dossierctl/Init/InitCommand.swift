import ArgumentParser
import Foundation
import Starter

/// `init DIR`: a configuration to begin with.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a commented configuration for a province to begin with.",
    discussion: """
      All files that the daemon reads, with the rules, the days off and the procedures that hold in the whole country, \
      and tables of offices, agencies and places to fill in. Nothing that is there already is touched: the folder must \
      be new or empty. No file holds a secret; who writes one into it is told by check-config which mode it needs.

      Exit status: 0 written, 73 the folder is not empty or cannot be written.
      """)

  @OptionGroup var form: FormOptions

  @Option(
    help: ArgumentHelp("The province's code, as agencies' codes have it.", valueName: "code"),
    transform: InitCommand.province)
  var province = "X99"

  @Option(help: ArgumentHelp("The province's name, as letters have it.", valueName: "name"), transform: Reading.words)
  var name = "[tên tỉnh]"

  @Argument(help: "The folder, such as /etc/dossierd.", completion: .directory)
  var folder: String

  func run() async throws {
    let manager = FileManager.default
    if let first = try? manager.contentsOfDirectory(atPath: folder).sorted().first {
      throw InitFailure(words: "\(folder) holds \(first) already, and nothing is written over. Name a new folder.")
    }
    let files = Starter(province: province, name: name).files
    do {
      for file in files {
        let url = URL(filePath: folder).appending(path: file.path)
        // The service's user reads them, whatever mask whoever writes them has.
        try manager.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o755])
        try Data(file.text.utf8).write(to: url)
        try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: url.path)
      }
    } catch {
      throw InitFailure(
        words: "\(folder) cannot be written: \(error.localizedDescription). Correct the path or its rights.")
    }
    var output = Output()
    if form.json {
      try output.json(["files": files.map { "\(folder)/\($0.path)" }])
    } else {
      for file in files { try output.sentence("\(folder)/\(file.path)") }
      try output.sentence("")
      try output.sentence("Next: the broker, the mail server and the sender in \(folder)/dossierd.yaml;")
      try output.sentence("who is mailed in \(folder)/registry/leads.csv;")
      try output.sentence(
        "offices, places and agencies: dossierctl registry import --config \(folder)/dossierd.yaml --help;")
      try output.sentence("then: dossierd check-config --config \(folder)/dossierd.yaml")
    }
    try output.flush()
  }

  private static func province(_ text: String) throws -> String {
    guard text.wholeMatch(of: /[A-Y][0-9]{2}/) != nil else {
      throw ValidationError("Expected a letter from A to Y and two digits, such as X99.")
    }
    return text
  }
}

/// Why no configuration was written.
struct InitFailure: CommandFailure {
  let words: String

  var lines: [String] { [words] }

  var status: ExitStatus { .cannotCreate }
}
