/// Splits a line of CSV (RFC 4180); a field has no line break here.
enum CSVRow {
  /// The fields, or nil where a quote is not closed or stands inside a field.
  static func fields(_ line: [UInt8]) -> [String]? {
    var fields: [String] = []
    var rest = line[...]
    while true {
      guard let field = rest.first == quote ? quoted(&rest) : plain(&rest) else { return nil }
      fields.append(String(decoding: field, as: UTF8.self))
      guard let separator = rest.popFirst() else { return fields }
      guard separator == comma else { return nil }
    }
  }

  private static func plain(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let field = rest.prefix { $0 != comma }
    rest = rest[field.endIndex...]
    return field.contains(quote) ? nil : field
  }

  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var field: ArraySlice<UInt8> = []
    rest.removeFirst()
    while let byte = rest.popFirst() {
      if byte != quote {
        field.append(byte)
      } else if rest.first == quote {
        field.append(quote)
        rest.removeFirst()
      } else {
        return field
      }
    }
    return nil
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
}
