import Foundation
import Mustache

/// One `.mustache` file of the templates' directory.
struct TemplateFile {
  static let suffix = ".mustache"

  /// The file's name without its suffix, by which another file includes it.
  let name: String
  /// The parts that it includes.
  let parts: [String]
  let template: MustacheTemplate

  /// Reads the file `fileName` of `directory`.
  /// - Throws: `MailError.template` where it cannot be read, is no template, or holds a tag that is not taken.
  init(_ fileName: String, in directory: String) throws(MailError) {
    let path = "\(directory)/\(fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .template(file: path, reason: "it cannot be read; look at its owner and mode")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .template(file: path, reason: "it is not UTF-8")
    }
    name = String(fileName.dropLast(TemplateFile.suffix.count))
    parts = text.matches(of: /\{\{>\s*([^\s}]+)/).map { String($0.1) }
    for tag in ["{{=", "{{<", "{{%", "{{$"] where text.contains(tag) {
      throw .template(file: path, reason: "the tag \(tag) is not taken here; use names, sections and {{>parts}}")
    }
    do {
      // Values come escaped for the file they go to, so Mustache is told to leave every one as it is.
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      let place = "line \(error.context.lineNumber - 1), column \(error.context.columnNumber)"
      throw .template(file: path, reason: "\(place): \(error.error)")
    } catch {
      throw .template(file: path, reason: "\(error)")
    }
  }

  /// Whether the file is a part, included by others and no mail's by itself.
  var isPart: Bool { name.hasPrefix("_") }
}
