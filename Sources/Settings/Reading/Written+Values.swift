import Dossiers

/// Each of these gives the value, or reports what is wrong with it and gives nil.
extension Written {
  /// A text that is not empty.
  func words(_ what: String) -> String? {
    if text.contains(where: { !$0.isWhitespace }) { return text }
    refuse(what, found: "nothing", advice: "fill it in")
    return nil
  }

  /// A whole number in `range`.
  func integer(_ range: ClosedRange<Int>) -> Int? {
    if let number = Int(text), range.contains(number) { return number }
    refuse("a whole number from \(range.lowerBound) to \(range.upperBound)", advice: "correct the number")
    return nil
  }

  /// `true` or `false`.
  func boolean() -> Bool? {
    switch text {
    case "true": return true
    case "false": return false
    default:
      refuse("true or false", advice: "write one of the two")
      return nil
    }
  }

  /// A day as `YYYY-MM-DD`.
  func date() -> LocalDate? {
    if let date = LocalDate(text) { return date }
    refuse("a day as YYYY-MM-DD", advice: "write it like 2026-03-02")
    return nil
  }

  /// A code of the field.
  func code<Value: Code>(_ type: Value.Type = Value.self) -> Value? {
    if let code = Value(text) { return code }
    refuse(Value.expectation, advice: "correct the code")
    return nil
  }

  /// One of the words of an enumeration.
  func choice<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type = Value.self) -> Value? {
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue)
    refuse("one of \(known.joined(separator: ", "))", advice: Nearest.advice(for: text, among: known))
    return nil
  }
}
