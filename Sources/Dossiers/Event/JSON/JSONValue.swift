/// One value of a JSON text, and how it is read as a value of the contract.
struct JSONValue {
  let document: JSONDocument
  let node: Int

  var kind: JSONNode.Kind { document.nodes[node].kind }

  /// Reads a string by `read`, which gives nil where the text is not as `expected`.
  func read<Value>(
    _ expected: @autoclosure () -> String, _ read: (UTF8Bytes) -> Value?
  ) throws(ContractError) -> Value {
    guard kind == .string else { throw unlike(expected()) }
    let value: Value?
    if document.nodes[node].hasEscapes {
      value = document.unescaped(node).withUnsafeBufferPointer(read)
    } else {
      value = read(document.raw(node))
    }
    guard let value else { throw unlike(expected()) }
    return value
  }

  /// Reads a code of the field.
  func code<Value: Code>(_ type: Value.Type = Value.self) throws(ContractError) -> Value {
    try read(Value.expectation) { Value(utf8: $0) }
  }

  /// Reads one of the contract's words.
  func word<Word>(of vocabulary: Vocabulary<Word>) throws(ContractError) -> Word {
    try read(vocabulary.expectation) { vocabulary.word($0) }
  }

  /// Reads a day.
  func date() throws(ContractError) -> LocalDate {
    try read("a day as YYYY-MM-DD") { LocalDate(utf8: $0) }
  }

  /// Reads a point in time.
  func instant() throws(ContractError) -> Instant {
    try read("a time as RFC 3339 has it, with an offset, such as 2026-03-02T08:15:30+07:00") {
      Instant(rfc3339: $0)
    }
  }

  /// Reads a text of at most `longest` characters (Unicode scalars), none of them a control character.
  func text(_ longest: Int) throws(ContractError) -> String {
    try read("a text of 1 to \(longest) characters, none of them a control character") { bytes in
      // A scalar takes at most four bytes: what is longer need not be counted.
      guard !bytes.isEmpty, bytes.count <= longest * 4 else { return nil }
      let text = bytes.text
      guard text.unicodeScalars.count <= longest else { return nil }
      return text.unicodeScalars.contains { $0.properties.generalCategory == .control } ? nil : text
    }
  }

  /// Reads a counter: a string of 1 to 20 digits.
  func counter() throws(ContractError) -> UInt64 {
    try read("a string of 1 to 20 digits below 2^64", UInt64.init(digits:))
  }

  /// Reads a counter that is written as a number.
  func wholeNumber() throws(ContractError) -> UInt64 {
    guard kind == .number, let number = UInt64(digits: document.raw(node)) else {
      throw unlike("a whole number from 0, below 2^64")
    }
    return number
  }

  /// Reads true or false.
  func flag() throws(ContractError) -> Bool {
    switch kind {
    case .true: true
    case .false: false
    default: throw unlike("true or false")
    }
  }

  /// Reads a whole number of these `bounds`, written in digits alone.
  func count(_ bounds: ClosedRange<Int>) throws(ContractError) -> Int {
    guard kind == .number, let number = document.raw(node).number, bounds.contains(number) else {
      throw unlike("a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return number
  }

  /// The members of an object.
  func fields() throws(ContractError) -> JSONFields {
    guard kind == .object else { throw unlike("an object") }
    return JSONFields(document: document, object: node)
  }

  /// The elements of an array of this many.
  func elements(_ bounds: ClosedRange<Int>) throws(ContractError) -> JSONElements {
    guard kind == .array, bounds.contains(Int(document.nodes[node].count)) else {
      throw unlike("an array of \(bounds.lowerBound) to \(bounds.upperBound) elements")
    }
    return JSONElements(of: self)
  }

  /// A refusal that says what was `expected` here, and what stands here.
  func unlike(_ expected: String) -> ContractError {
    let count = document.nodes[node].count
    let found = kind == .array && count > 0 ? "an array of \(count)" : document.found(node)
    return wrong("expected \(expected), found \(found)")
  }

  /// A refusal of what stands here.
  func wrong(_ problem: String) -> ContractError {
    ContractError(.contract, at: document.path(to: node), problem)
  }
}

extension UInt64 {
  /// The number that these 1 to 20 decimal digits write, or nil where they don't, or where it is too large.
  init?(digits: UTF8Bytes) {
    guard (1...20).contains(digits.count) else { return nil }
    self = 0
    for byte in digits {
      let (shifted, isTooLarge) = multipliedReportingOverflow(by: 10)
      let (sum, overflows) = shifted.addingReportingOverflow(UInt64(byte &- 48))
      guard byte.isDigit, !isTooLarge, !overflows else { return nil }
      self = sum
    }
  }
}
