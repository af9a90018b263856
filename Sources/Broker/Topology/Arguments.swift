/// A table of a queue's or exchange's arguments, as JSON.
struct Arguments: Encodable {
  private let fields: KeyValuePairs<String, Field>

  init(_ fields: KeyValuePairs<String, Field>) { self.fields = fields }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (name, field) in fields {
      switch field {
      case .flag(let flag): try container.encode(flag, forKey: Key(name))
      case .number(let number): try container.encode(number, forKey: Key(name))
      case .text(let text): try container.encode(text, forKey: Key(name))
      case .table(let table): try container.encode(Arguments(table), forKey: Key(name))
      }
    }
  }
}
