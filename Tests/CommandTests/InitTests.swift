import Foundation
import TestSupport
import Testing

/// A second province, from nothing to settings that the daemon takes.
@Suite("a configuration to begin with")
struct InitTests {
  private let folder: String

  init() throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "init-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    folder = parent.appending(path: "dossierd").path
  }

  private var settings: String { folder + "/dossierd.yaml" }

  private func check() async throws -> ProcessRunner.Outcome {
    let daemon = URL(filePath: Tool.program).deletingLastPathComponent().appending(path: "dossierd").path
    return try await ProcessRunner.run(
      daemon, ["check-config", "--config", settings], environment: ["PATH": "/usr/bin:/bin"])
  }

  private func write(_ name: String, _ lines: String...) throws -> String {
    let path = folder + "/" + name
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
    return path
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  @Test("it has every file that the daemon reads, and passes check-config as it is")
  func complete() async throws {
    let outcome = try await Tool.run("init", folder, "--province", "H27", "--name", "Lai Châu")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let checked = try await check()
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    #expect(try text("dossierd.yaml").contains("name: \"Lai Châu\""))
    let mode = try FileManager.default.attributesOfItem(atPath: settings)[.posixPermissions] as? Int
    #expect(mode == 0o644)
  }

  @Test("nothing of the province whose texts are shipped is in it")
  func neutral() async throws {
    let outcome = try await Tool.run("init", folder, "--json")
    let answer = try JSONDecoder().decode([String: [String]].self, from: Data(outcome.output.utf8))
    let files = try #require(answer["files"])
    #expect(files.count > 30)
    for file in files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let found = text.firstMatch(of: /H18|\b38[0-9]{4}\b|"38|Điện Biên|dien-?bien|Mường|Him Lam|\/1788/)
      #expect(found == nil, "\(file): \(found?.output ?? "")")
    }
  }

  @Test("a folder that holds something is left as it is")
  func overwritesNothing() async throws {
    #expect(try await Tool.run("init", folder).status == 0)
    let before = try text("dossierd.yaml")
    let again = try await Tool.run("init", folder, "--province", "H27")
    #expect(again.status == 73 && again.errors.contains("Name a new folder"))
    #expect(try text("dossierd.yaml") == before)
    #expect(try await Tool.run("init", "/proc/nowhere").status == 73)
  }

  @Test("offices, places, agencies and procedures are taken from tables, and what changes is shown before")
  func imports() async throws {
    #expect(try await Tool.run("init", folder, "--province", "H27").status == 0)
    let districts = try write(
      "d.csv", "code,name,type,communes,latitude,longitude", "105,Thành phố Lai Châu,thành phố,7,22.39,103.46")
    let communes = try write(
      "c.csv", "code,name,type,latitude,longitude,area_km2", "03388,Phường Tân Phong,phường,22.39,103.46,60")
    let offices = try write(
      "o.csv", "\u{FEFF}name,code,district,province,remote\r", "\"Lai Châu, trung tâm\",391000,105,H27,no\r")
    let agencies = try write(
      "a.csv", "code,level,name,district", "H27.101,commune,UBND Phường Tân Phong,105",
      "000.00.01.H27,department,Văn phòng UBND tỉnh,")
    let arguments = [
      "registry", "import", "--config", settings, "--offices", offices, "--places", districts, "--places", communes,
      "--agencies", agencies,
    ]
    let shown = try await Tool.run(arguments)
    #expect(shown.status == 64 && shown.errors.contains("--yes"))
    #expect(shown.lines.count == 6 && shown.output.contains("added") && shown.output.contains("UBND Phường Tân Phong"))
    #expect(try !text("registry/agencies.csv").contains("UBND Phường Tân Phong"))

    let taken = try await Tool.run(arguments + ["--yes"])
    #expect(taken.status == 0 && taken.errors.contains("5 changes are written"), "\(taken.errors)")
    #expect(try text("registry/post-offices.csv").hasSuffix("391000,\"Lai Châu, trung tâm\",105,H27,,no\n"))
    #expect(try text("registry/agencies.csv").hasPrefix("# All agencies"))
    let checked = try await check()
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    let again = try await Tool.run(arguments)
    #expect(again.status == 0 && again.output.contains("has all of it already"))
  }

  @Test("a changed row says which columns change, and columns that the file has not stay")
  func changes() async throws {
    #expect(try await Tool.run("init", folder).status == 0)
    let before = try text("registry/procedures.csv")
    let row = try #require(before.split(separator: "\n").first { $0.hasPrefix("1.001193,") })
    let procedures = try write("p.csv", "code,name", "1.001193,Khai sinh")
    let shown = try await Tool.run(
      "registry", "import", "--config", settings, "--procedures", procedures, "--yes", "--json")
    #expect(shown.status == 0)
    #expect(
      shown.output.contains(#""fields":[{"after":"Khai sinh","before":"Đăng ký khai sinh","column":"name"}]"#),
      "\(shown.output)")
    let after = row.replacing("Đăng ký khai sinh", with: "Khai sinh")
    #expect(try text("registry/procedures.csv") == before.replacing(row, with: after))
  }

  @Test("a table that the daemon would not take is refused with its mistake, and nothing is written")
  func refused() async throws {
    #expect(try await Tool.run("init", folder).status == 0)
    let before = try text("registry/agencies.csv")
    for (lines, words) in [
      (["code,level,name", "H27.1O1x,commune,Tân Phong"], "\(folder)/registry/agencies.csv:"),
      (["code,level,title", "H27.101,commune,Tân Phong"], "'title'"),
      (["code,level,name", "H27.101,commune,Tân Phong", "H27.101,commune,Tân Phong"], "each 'code' once"),
      (["code,level,name", "H27.101,commune"], "expected 3 fields"),
      (["level,name", "commune,Tân Phong"], "a column 'code'"),
    ] {
      let path = folder + "/wrong.csv"
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
      let outcome = try await Tool.run("registry", "import", "--config", settings, "--agencies", path, "--yes")
      #expect(outcome.status == 65 && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(try text("registry/agencies.csv") == before)
    }
    #expect(try await Tool.run("registry", "import", "--config", settings).status == 64)
  }
}
