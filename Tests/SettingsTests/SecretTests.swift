import Foundation
import Testing

@testable import Settings

@Suite("A secret") struct SecretTests {
  private let uri = Trial.Change.text("uri: amqp://localhost", by: "uri: amqp://me:hidden@localhost/v")

  @Test("in the file is taken where others cannot read it") func closed() throws {
    let settings = try Trial.load(replacing: ["dossierd.yaml": uri], mode: 0o640)
    #expect(settings.broker.uri.secret.revealed == "amqp://me:hidden@localhost/v")
  }

  @Test("in a file that is open to all is refused") func open() throws {
    let problems = try Trial.problems(["dossierd.yaml": uri], mode: 0o644)
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("dossierd.yaml:13:8: error: expected a password that other users cannot read"))
    #expect(!problems[0].contains("hidden"))
  }

  @Test("comes from a file of its own") func ownFile() throws {
    let settings = try Trial.load(
      replacing: [
        "dossierd.yaml": SecretTests.both, "broker.uri": .whole("amqp://me:hidden@localhost\n"),
        "mail.pw": .whole("hidden too\n"),
      ], mode: 0o600)
    #expect(settings.broker.uri.secret.revealed == "amqp://me:hidden@localhost")
    #expect(settings.mail.user == "me")
    #expect(settings.mail.password?.revealed == "hidden too")
  }

  @Test("file that is open to all, or empty, is refused") func badFile() throws {
    let open = try Trial.problems(
      ["dossierd.yaml": SecretTests.both, "broker.uri": .whole("amqp://localhost"), "mail.pw": .whole("hidden")],
      mode: 0o644)
    #expect(open.count == 2 && open.allSatisfy { $0.contains("a secret that other users cannot read") })
    let empty = try Trial.problems(
      ["dossierd.yaml": SecretTests.both, "broker.uri": .whole("amqp://localhost"), "mail.pw": .whole("\n")],
      mode: 0o600)
    #expect(empty.count == 1 && empty[0].hasPrefix("dossierd.yaml:2:"))
  }

  @Test("password for mail may come from the environment") func mailVariable() throws {
    let settings = try Trial.shipped(["DOSSIERD_MAIL_USER": "me", "DOSSIERD_SMTP_PASSWORD": "hidden"])
    #expect(settings.mail.password?.revealed == "hidden")
    #expect(!"\(settings)".contains("hidden"))
  }

  @Test("is taken from systemd's credentials before the settings' own file, and after what a variable says")
  func credentials() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "credentials-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, secret) in ["dossierd.broker-uri": "amqp://me:hidden@localhost", "dossierd.smtp-password": "hidden too"]
    {
      let file = folder.appending(path: name).path
      #expect(
        FileManager.default.createFile(
          atPath: file, contents: Data(secret.utf8), attributes: [.posixPermissions: 0o400]))
    }
    let handed = ["CREDENTIALS_DIRECTORY": folder.path, "DOSSIERD_MAIL_USER": "me"]
    let settings = try Trial.shipped(handed)
    #expect(settings.broker.uri.secret.revealed == "amqp://me:hidden@localhost")
    #expect(settings.mail.password?.revealed == "hidden too")
    let said = try Trial.shipped(handed.merging(["DOSSIERD_BROKER_URI": "amqp://elsewhere@localhost"]) { $1 })
    #expect(said.broker.uri.secret.revealed == "amqp://elsewhere@localhost")
  }

  @Test("is not printed, dumped or shown in errors") func notPrinted() throws {
    let settings = try Trial.shipped(["DOSSIERD_BROKER_URI": "amqp://me:hidden@localhost"])
    var text = "\(settings)" + String(reflecting: settings)
    dump(settings.broker, to: &text)
    #expect(!text.contains("hidden"))
    for wrong in ["amqq://me:hidden@localhost", "amqp://me:hidden@", "amqp://a@me:hidden@b", "amqp://me:hidden@h:x"] {
      let problems = try Trial.problems([:], environment: ["DOSSIERD_BROKER_URI": wrong])
      #expect(problems.count == (wrong.hasSuffix("@") ? 0 : 1))
      #expect(problems.allSatisfy { !$0.contains("hidden") })
    }
    let misplaced = try Trial.problems([:], environment: ["DOSSIERD_BROKER_URI_FILE": "amqp://me:hidden@localhost"])
    #expect(misplaced.count == 1 && !misplaced[0].contains("hidden"))
    let section = try Trial.problems(["dossierd.yaml": .whole("broker: amqp://me:hidden@localhost")])
    #expect(section.count == 1 && !section[0].contains("hidden"))
  }

  private static let both = Trial.Change.whole(
    "broker: { uri-file: broker.uri }\nmail: { user: me, password-file: mail.pw }\n")
}
