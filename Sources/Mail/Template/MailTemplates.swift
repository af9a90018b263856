import Foundation
import Mustache

/// The mail templates of a directory, as they were when it was read; read it again for newer ones.
///
/// A mail `alerts` is three files: `alerts.subject.mustache`, `alerts.txt.mustache` and `alerts.html.mustache`. A file
/// whose name begins with `_` is a part: `_line.txt.mustache` is included by `{{>_line.txt}}`, and includes none.
public struct MailTemplates: Sendable {
  private static let kinds = ["subject", "txt", "html"]

  /// The directory.
  public let directory: String
  /// The mails that can be rendered.
  public let names: Set<String>
  private let library: MustacheLibrary
  private let everywhere: [String: TemplateValue]

  /// Reads the templates of `directory`, among them the mails `needed`. Each can name the `province`.
  /// - Throws: `MailError.template`, which names the file that is missing, cannot be read or is no template.
  public init(directory: String, needed: Set<String> = [], province: String? = nil) throws(MailError) {
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
      throw .template(file: directory, reason: "it is no directory that can be read")
    }
    var files: [TemplateFile] = []
    for entry in entries.sorted() where entry.hasSuffix(TemplateFile.suffix) {
      files.append(try TemplateFile(entry, in: directory))
    }
    try MailTemplates.checkParts(files, in: directory)
    names = try MailTemplates.names(of: files, in: directory)
    if let missing = needed.subtracting(names).sorted().first {
      throw .template(
        file: "\(directory)/\(missing).\(MailTemplates.kinds[0])\(TemplateFile.suffix)",
        reason: "there is no such file, and the daemon sends that mail; copy what was shipped")
    }
    library = MustacheLibrary(templates: Dictionary(files.map { ($0.name, $0.template) }) { first, _ in first })
    self.directory = directory
    everywhere = ["province": .text(province ?? "")]
  }

  /// The mail `name` with `values`: in HTML their text is escaped, in the plain text and the subject it stays as it is,
  /// everywhere on one line and without marks that turn the direction of writing.
  /// - Throws: `MailError.template` where there is no such mail.
  public func render(_ name: String, _ values: [String: TemplateValue]) throws(MailError) -> RenderedMail {
    let values = values.merging(everywhere) { own, _ in own }
    let plain = TemplateValue.table(values).object(escape: \.harmless)
    let escaped = TemplateValue.table(values).object(escape: \.harmless.htmlEscaped)
    return RenderedMail(
      subject: try file(name, "subject", plain).oneLine, text: try file(name, "txt", plain),
      html: try file(name, "html", escaped))
  }

  private func file(_ name: String, _ kind: String, _ object: Any) throws(MailError) -> String {
    guard let text = library.render(object, withTemplate: "\(name).\(kind)") else {
      let path = "\(directory)/\(name).\(kind)\(TemplateFile.suffix)"
      throw .template(file: path, reason: "there is no such file")
    }
    return text
  }

  private static func checkParts(_ files: [TemplateFile], in directory: String) throws(MailError) {
    let known = Set(files.filter(\.isPart).map(\.name))
    for file in files {
      let path = "\(directory)/\(file.name)\(TemplateFile.suffix)"
      if file.isPart, let part = file.parts.first {
        throw .template(file: path, reason: "a part includes no other, but this one includes \(part)")
      }
      for part in file.parts where !known.contains(part) {
        throw .template(file: path, reason: "it includes \(part), but there is no file \(part)\(TemplateFile.suffix)")
      }
    }
  }

  private static func names(of files: [TemplateFile], in directory: String) throws(MailError) -> Set<String> {
    let stems = Set(files.filter { !$0.isPart }.map(\.name))
    var names: Set<String> = []
    for stem in stems.sorted() {
      guard let kind = kinds.first(where: { stem.hasSuffix(".\($0)") && stem.count > $0.count + 1 }) else {
        throw .template(
          file: "\(directory)/\(stem)\(TemplateFile.suffix)",
          reason: "its name must end in .subject, .txt or .html before \(TemplateFile.suffix)")
      }
      names.insert(String(stem.dropLast(kind.count + 1)))
    }
    for name in names.sorted() {
      for kind in kinds where !stems.contains("\(name).\(kind)") {
        throw .template(
          file: "\(directory)/\(name).\(kind)\(TemplateFile.suffix)",
          reason: "there is no such file, and the mail \(name) needs it")
      }
    }
    return names
  }
}

extension String {
  /// The text on one line: every run of white space and control characters becomes one blank.
  fileprivate var oneLine: String {
    unicodeScalars.split { $0.isControl || $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }
}
