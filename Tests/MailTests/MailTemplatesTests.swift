import Foundation
import Mail
import Testing

struct MailTemplatesTests {
  /// Templates of a new folder that holds `files` by name.
  private func templates(_ files: [String: String]) throws -> MailTemplates {
    let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: "\(name).mustache")) }
    return try MailTemplates(directory: folder.path)
  }

  private func mail(_ text: String) -> [String: String] {
    ["m.subject": text, "m.txt": text, "m.html": text]
  }

  @Test("HTML is escaped, plain text and subject are not")
  func escaping() throws {
    let mail = try templates(mail("{{name}} {{&name}} {{{name}}}")).render("m", ["name": "Nguyễn & Đỗ <x> \"'"])
    let plain = "Nguyễn & Đỗ <x> \"'"
    let escaped = "Nguyễn &amp; Đỗ &lt;x&gt; &quot;&#39;"
    #expect(mail.text == "\(plain) \(plain) \(plain)")
    #expect(mail.subject == mail.text)
    #expect(mail.html == "\(escaped) \(escaped) \(escaped)")
  }

  @Test("a combining mark does not carry markup past the escaping")
  func combining() throws {
    let mail = try templates(mail("{{name}}")).render("m", ["name": "<\u{301}script>"])
    #expect(mail.html == "&lt;\u{301}script&gt;")
  }

  @Test("a part sees its surroundings and is escaped like the file that includes it")
  func parts() throws {
    let files = mail("{{#list}}{{>_line}}{{/list}}").merging(["_line": "<{{name}}>"]) { first, _ in first }
    let mail = try templates(files).render("m", ["list": [["name": "a&b"], ["name": "c"]]])
    #expect(mail.text == "<a&b><c>")
    #expect(mail.html == "<a&amp;b><c>")
  }

  @Test("empty text hides its section and the value of the same name around it")
  func emptyText() throws {
    let files = mail(
      "{{#list}}[{{#name}}{{name}}{{/name}}{{^name}}none{{/name}}]{{/list}}{{number}}{{^flag}}no{{/flag}}")
    let values: [String: TemplateValue] = [
      "name": "outer", "list": [["name": ""], ["name": "x"], [:]], "number": 0, "flag": false,
    ]
    #expect(try templates(files).render("m", values).text == "[none][x][outer]0no")
  }

  @Test("a subject is one line whatever the values hold")
  func subject() throws {
    let mail = try templates(mail(" a\n{{name}}\n")).render("m", ["name": "b\r\nBcc: x\0\u{2028}y"])
    #expect(mail.subject == "a b Bcc: x y")
  }

  @Test(
    "a file that is missing or wrong is named",
    arguments: [
      (["m.txt": "x", "m.html": "x"], "m.subject.mustache"), (["m.txt": "x", "m.subject": "x"], "m.html.mustache"),
      (["other": "x"], "other.mustache"), (["m.txt": "ok\n{{#open}}"], "m.txt.mustache"),
      (["m.txt": "{{=[ ]=}}"], "{{="),
      (["m.txt": "{{>_none}}"], "_none.mustache"), (["_a": "{{> _a }}"], "_a.mustache"),
      (["m.txt": "{{>*name}}"], "m.txt"),
    ] as [([String: String], String)])
  func faults(files: [String: String], named: String) throws {
    let error = #expect(throws: MailError.self) { try templates(files) }
    #expect(error?.kind == "template")
    #expect(error?.description.contains(named) == true, "\(String(describing: error))")
  }

  @Test("a mail that no template makes is an error that names the file")
  func unknown() throws {
    let error = #expect(throws: MailError.self) { try templates(mail("x")).render("other", [:]) }
    #expect(error?.description.contains("other.subject.mustache") == true)
  }

  @Test("a mail that is needed and not there is named when the templates are read")
  func needed() throws {
    let error = #expect(throws: MailError.self) {
      try MailTemplates(directory: ShippedTemplatesTests.folder.path, needed: ["alerts", "summons"])
    }
    #expect(error?.description.contains("summons.subject.mustache") == true)
  }

  @Test("a value begins no line and turns no writing")
  func harmless() throws {
    let mail = try templates(mail("[{{name}}]")).render("m", ["name": "a\r\nb\u{2028}c\u{202E}d\u{2066}e\u{200F}"])
    #expect(mail.text == "[a  b cde]" && mail.html == mail.text)
  }

  @Test("an error in a template says its line")
  func line() throws {
    let error = #expect(throws: MailError.self) { try templates(["m.txt": "one\ntwo\n{{#a}}\n{{/b}}\n"]) }
    #expect(error?.description.contains("line 4") == true, "\(String(describing: error))")
  }

  @Test("a template cut off anywhere is an error or a template, never a crash")
  func truncated() throws {
    let text = "a {{b}} {{{c}}}{{#d}}\n{{^e()}}x{{/e()}}{{/d}}\n{{! note }}{{&f}}"
    for length in 0...text.count {
      let files = mail(String(text.prefix(length)))
      do { _ = try templates(files) } catch { #expect(error is MailError) }
    }
  }
}
