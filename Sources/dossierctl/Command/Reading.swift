import ArgumentParser
import Dossiers

/// Reads arguments to values of the field, and says what was expected where they are none.
enum Reading {
  static let instant =
    "an instant such as 2026-03-02T16:00:00+07:00, or in Vietnam's time 2026-03-02T16:00 or 2026-03-02"

  /// An instant in RFC 3339, or a local date and time, or the beginning of a day.
  static func moment(_ text: String) throws -> Instant {
    guard let instant = Instant(moment: text) else { throw ValidationError("Expected \(instant).") }
    return instant
  }

  /// What a person is to read, and is never blank.
  static func words(_ text: String) throws -> String {
    guard text.contains(where: { !$0.isWhitespace }) else { throw ValidationError("Expected words, found none.") }
    return text
  }

  /// A day as `YYYY-MM-DD`.
  static func date(_ text: String) throws -> LocalDate {
    guard let date = LocalDate(text) else { throw ValidationError("Expected a day such as 2026-03-02.") }
    return date
  }

  /// A level of agency.
  static func level(_ text: String) throws -> Agency.Level {
    guard let level = Agency.Level(rawValue: text) else {
      throw ValidationError("Expected one of \(Agency.Level.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return level
  }

  /// Two days with a slash between, no more than fifty years apart.
  static func days(_ text: String) throws -> (from: LocalDate, to: LocalDate) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { LocalDate(String($0)) }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from <= to, to.day - from.day <= 18_263 else {
      throw ValidationError("Expected two days in order, at most fifty years apart, such as 2017-09-01/2020-12-31.")
    }
    return (from, to)
  }

  /// Two months by their numbers with a hyphen between, or one.
  static func months(_ text: String) throws -> ClosedRange<Int> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], 1 <= first, first <= last,
      last <= 12
    else { throw ValidationError("Expected months such as 6-9.") }
    return first...last
  }

  /// A code of the field.
  static func code<Value: Code>(_ text: String) throws -> Value {
    guard let code = Value(text) else { throw ValidationError("Expected \(Value.expectation).") }
    return code
  }

  /// A clock of the policy.
  static func clock(_ text: String) throws -> ClockKind {
    guard let clock = ClockKind(rawValue: text) else {
      throw ValidationError("Expected one of \(ClockKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return clock
  }

  /// A kind of alert.
  static func alertKind(_ text: String) throws -> String {
    guard AlertLabels.kinds.contains(text) else {
      throw ValidationError("Expected one of \(AlertLabels.kinds.joined(separator: ", ")).")
    }
    return text
  }

  /// A decimal number from 0 to a million.
  static func amount(_ text: String) throws -> Double {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? text.dropFirst() : Substring(text)
    guard digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }), let number = Double(digits)
    else { throw ValidationError("Expected a number such as 5 or 1.5.") }
    guard !isNegative else { throw ValidationError("Expected 0 or more: a term can't end before it starts.") }
    guard number <= 1_000_000 else { throw ValidationError("Expected at most 1000000.") }
    return number
  }

  /// A stretch of time as `A/B`, or `A/` or `A/..` where it has no end yet (ISO 8601-2, "open interval").
  static func pause(_ text: String) throws -> Pause {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = Instant(moment: ends[0]) else {
      throw ValidationError("Expected FROM/UNTIL, each \(instant).")
    }
    if ends[1].isEmpty || ends[1] == ".." { return Pause(from: from, until: nil) }
    guard let until = Instant(moment: ends[1]) else { throw ValidationError("Expected \(instant) behind the slash.") }
    guard from <= until else { throw ValidationError("Expected a pause that ends after it began.") }
    return Pause(from: from, until: until)
  }
}

extension Instant {
  /// The instant that `text` names in RFC 3339, or in Vietnam's time as a date with or without a time; or nil.
  init?(moment text: some StringProtocol) {
    let text = String(text)
    let isToTheMinute = text.utf8.count == "2026-03-02T16:00".utf8.count
    let local = text + (isToTheMinute ? ":00" : "") + "+07:00"
    guard let instant = LocalDate(text)?.start ?? Instant(rfc3339: text) ?? Instant(rfc3339: local) else { return nil }
    self = instant
  }
}
