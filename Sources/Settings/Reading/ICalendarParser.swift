import Foundation

/// Splits an iCalendar file (RFC 5545) into events; other components, such as time zones, are passed over.
struct ICalendarParser {
  private let file: String
  private let problems: Problems
  private let lines: [Written]

  /// A parser of `bytes`, whose lines end with CRLF or LF; a line that begins with a blank goes on with the one before.
  ///
  /// Programs fold lines after so many bytes, be it within a letter: only an unfolded line need be UTF-8.
  init(_ bytes: Data, file: String, _ problems: Problems) {
    self.file = file
    self.problems = problems
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes
    var lines: [(number: Int, bytes: Data)] = []
    for (index, raw) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let line = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
      if let first = line.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t"), !lines.isEmpty {
        lines[lines.count - 1].bytes.append(line.dropFirst())
      } else if !line.isEmpty {
        lines.append((index + 1, line))
      }
    }
    self.lines = lines.compactMap { line in
      let place = Place(file: file, line: line.number)
      guard let text = String(data: line.bytes, encoding: .utf8) else {
        problems.error(place, expected: "a line in UTF-8", found: "bytes that are none", advice: "save it as UTF-8")
        return nil
      }
      return Written(text: text, place: place, problems: problems)
    }
  }

  /// The events, in the order of the file; what is wrong is reported, and nothing behind a component that is not closed
  /// as it should be is read.
  func events() -> [ICalendarEvent] {
    guard let first = lines.first, first.text.uppercased() == "BEGIN:VCALENDAR" else {
      problems.error(
        Place(file: file, line: lines.first?.place.line ?? 1), expected: "BEGIN:VCALENDAR",
        found: lines.first.map { "'\($0.text.prefix(80))'" } ?? "an empty file",
        advice: "save the calendar in the iCalendar format, RFC 5545")
      return []
    }
    var events: [ICalendarEvent] = []
    var open: [(name: String, place: Place)] = []
    for line in lines {
      guard let property = property(line) else { continue }
      let component = property.value.text.uppercased()
      switch property.name {
      case "BEGIN":
        open.append((component, line.place))
        if component == "VEVENT" { events.append(ICalendarEvent(place: line.place, problems: problems)) }
      case "END":
        guard let last = open.popLast(), last.name == component else {
          line.refuse(
            "the end of what began last", advice: "give every BEGIN an END of the same name, the innermost first")
          return events
        }
      default:
        if open.last?.name == "VEVENT" { events[events.count - 1].properties.append(property) }
      }
    }
    if let last = open.last {
      problems.error(
        last.place, expected: "END:\(last.name)", found: "the end of the file",
        advice: "close the component that begins here")
    }
    return events
  }

  /// The parts of a line, or nil once it is reported what is missing.
  private func property(_ line: Written) -> ICalendarProperty? {
    var parts = [String.UnicodeScalarView()]
    var value: String.UnicodeScalarView?
    var isQuoted = false
    for scalar in line.text.unicodeScalars {
      if value != nil {
        value?.append(scalar)
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == ":", !isQuoted {
        value = String.UnicodeScalarView()
      } else if scalar == ";", !isQuoted {
        parts.append(String.UnicodeScalarView())
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    let name = String(parts[0]).uppercased()
    guard let value, !name.isEmpty else {
      line.refuse(
        "a name, a colon and a value",
        advice: "write it like SUMMARY:Quốc khánh; a line that goes on with the one before begins with a blank")
      return nil
    }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      let ends = String(part).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if ends.count == 2 { parameters[ends[0].uppercased()] = String(ends[1]) }
    }
    return ICalendarProperty(
      name: name, parameters: parameters,
      value: Written(text: String(value), place: line.place, problems: problems))
  }
}
