import Dossiers

/// One line of an iCalendar file, unfolded: `NAME;PARAMETER=value:VALUE`.
struct ICalendarProperty {
  /// In upper case.
  let name: String
  /// By their names in upper case.
  let parameters: [String: String]
  /// As it stands in the file, not unescaped.
  let value: Written

  /// The value as a text (RFC 5545, 3.3.11): `\n` is a new line, any other character behind `\` itself.
  var text: String { texts(separatedBy: nil)[0] }

  /// The value as a list of texts, between commas that are not escaped.
  var texts: [String] { texts(separatedBy: ",").map { $0.trimmingBlanks } }

  /// The value as one line of words, or nil once it is reported that there are none.
  func words(_ what: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !words.isEmpty { return words }
    value.refuse(what, found: "nothing", advice: "fill it in")
    return nil
  }

  /// The value as a day, or nil once it is reported why it is none.
  func date() -> LocalDate? {
    let digits = value.text
    let isDate = parameters["VALUE"]?.uppercased() == "DATE"
    if isDate, digits.utf8.count == 8, digits.utf8.allSatisfy({ (48...57).contains($0) }) {
      let parts = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2)]
      if let date = LocalDate(parts.joined(separator: "-")) { return date }
    }
    value.refuse(
      isDate ? "a day as YYYYMMDD" : "a whole day, marked as one by VALUE=DATE",
      advice: "write it like \(name);VALUE=DATE:20260902")
    return nil
  }

  private func texts(separatedBy separator: Unicode.Scalar?) -> [String] {
    var texts = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in value.text.unicodeScalars {
      if isEscaped {
        texts[texts.count - 1].append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == separator {
        texts.append(String.UnicodeScalarView())
      } else {
        texts[texts.count - 1].append(scalar)
      }
    }
    return texts.map { String($0) }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// One event of an iCalendar file.
struct ICalendarEvent {
  /// Where it begins.
  let place: Place
  let problems: Problems
  var properties: [ICalendarProperty] = []

  /// The first property of this name.
  subscript(name: String) -> ICalendarProperty? { properties.first { $0.name == name } }

  /// All properties of this name.
  func all(_ name: String) -> [ICalendarProperty] { properties.filter { $0.name == name } }

  /// Reports that something is not there.
  func missing(_ what: String, advice: String) {
    problems.error(place, expected: what, found: "an event without it", advice: advice)
  }
}
