import Foundation
import Testing

/// One mistake made in the shipped configuration, and what is to be said about it.
struct Broken: Sendable, CustomTestStringConvertible {
  let title: String
  let file: String
  let found: String
  let replacement: String
  /// The line of the mistake, counted from the line of `found`; nil where the file as a whole is meant.
  let offset: Int?
  let says: String
  /// How many other mistakes it brings on.
  let others: Int

  /// In `file`, `found` becomes `replacement`; the mistake is reported `offset` lines below with the words `says`.
  init(
    _ title: String, _ file: String, _ found: String, _ replacement: String, at offset: Int? = 0, _ says: String,
    others: Int = 0
  ) {
    self.title = title
    self.file = file
    self.found = found
    self.replacement = replacement
    self.offset = offset
    self.says = says
    self.others = others
  }

  var testDescription: String { title }

  /// `file:line:` as the report must begin.
  func place() throws -> String {
    guard let offset else { return "\(file): " }
    let text = try String(contentsOfFile: Trial.config + "/" + file, encoding: .utf8)
    guard let range = text.firstRange(of: found) else { throw Trial.Missing(text: found, file: file) }
    return "\(file):\(text[..<range.lowerBound].count { $0 == "\n" } + 1 + offset):"
  }
}
