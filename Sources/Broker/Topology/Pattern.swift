/// A regular expression, as RabbitMQ's permissions are, that fits some names and no others.
struct Pattern: Encodable {
  private let text: String

  /// Fits no name that there is.
  static let nothing = Pattern()

  /// Fits these names alone, letter by letter.
  init(_ names: String...) {
    let escaped = names.map { name in
      name.reduce(into: "") { text, letter in
        if !letter.isASCII || !(letter.isLetter || letter.isNumber) { text += "\\" }
        text.append(letter)
      }
    }
    text = escaped.count == 1 ? "^\(escaped[0])$" : "^(\(escaped.joined(separator: "|")))$"
  }

  private init() { text = "^$" }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
