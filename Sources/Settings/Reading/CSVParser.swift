/// Splits a text into rows of fields (RFC 4180), each with its place; lines that begin with `#` are comments.
struct CSVParser {
  /// A row of fields.
  typealias Fields = (line: Int, fields: [Written])

  private let file: String
  private let problems: Problems
  private var rest: Substring.UnicodeScalarView
  private var line = 1
  private var column = 1

  init(_ text: String, file: String, _ problems: Problems) {
    self.file = file
    self.problems = problems
    rest = Substring(text).unicodeScalars
  }

  /// The rows up to the end, or up to the first field that is never closed.
  mutating func rows() -> [Fields] {
    var rows: [Fields] = []
    while let next = rest.first {
      if next == "#" {
        while let skipped = take(), skipped != "\n" {}
      } else if next == "\n" || next == "\r" {
        take()
      } else {
        rows.append(row())
      }
    }
    return rows
  }

  private mutating func row() -> Fields {
    let first = line
    var fields: [Written] = []
    while true {
      fields.append(rest.first == "\"" ? quotedField() : plainField())
      if rest.first == "\r" { take() }
      guard take() == "," else { return (first, fields) }
    }
  }

  private mutating func plainField() -> Written {
    let place = Place(file: file, line: line, column: column)
    var text = ""
    while let next = rest.first, next != ",", next != "\n", next != "\r" {
      if next == "\"" {
        problems.error(
          Place(file: file, line: line, column: column), expected: "quotes around a whole field",
          found: "one inside a field", advice: "quote the field and double the quotes in it")
      }
      text.unicodeScalars.append(next)
      take()
    }
    return Written(text: text, place: place, problems: problems)
  }

  private mutating func quotedField() -> Written {
    let place = Place(file: file, line: line, column: column)
    var text = ""
    take()
    while let next = take() {
      if next != "\"" {
        text.unicodeScalars.append(next)
      } else if rest.first == "\"" {
        take()
        text.unicodeScalars.append(next)
      } else {
        if let after = rest.first, after != ",", after != "\n", after != "\r" {
          problems.error(
            Place(file: file, line: line, column: column), expected: "a comma or the end of the line after a quote",
            found: "'\(after)'", advice: "double the quotes inside the field")
          text += plainField().text
        }
        return Written(text: text, place: place, problems: problems)
      }
    }
    problems.error(
      place, expected: "a closing quote", found: "the end of the file", advice: "close the field that begins here")
    return Written(text: text, place: place, problems: problems)
  }

  @discardableResult
  private mutating func take() -> Unicode.Scalar? {
    guard let next = rest.popFirst() else { return nil }
    if next == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    return next
  }
}
