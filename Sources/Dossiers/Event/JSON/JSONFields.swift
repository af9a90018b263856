/// The members of one object, taken by name: what is left untaken at the end has no place in it.
///
/// Looks first where the last one was found, so that an object in the order of the contract costs one look a member.
struct JSONFields {
  private let document: JSONDocument
  private let object: Int
  private let count: Int
  private var key: Int
  private var place = 0
  private var taken: UInt64 = 0
  private var left: Int

  init(document: JSONDocument, object: Int) {
    self.document = document
    self.object = object
    count = Int(document.nodes[object].count)
    key = object + 1
    left = count
  }

  /// The value of `name`, or nil where there is no such member.
  mutating func take(_ name: StaticString) -> JSONValue? {
    guard left > 0 else { return nil }
    for _ in 0..<count {
      let (key, place) = (key, place)
      advance()
      if document.key(key, is: name) {
        taken |= 1 << UInt64(place)
        left -= 1
        return JSONValue(document: document, node: key + 1)
      }
    }
    return nil
  }

  /// The value of `name`.
  mutating func require(_ name: StaticString) throws(ContractError) -> JSONValue {
    guard let value = take(name) else { throw missing(name) }
    return value
  }

  /// The value of a CloudEvents attribute, for which null means that it is not set (JSON format, section 2.3).
  mutating func attribute(_ name: StaticString) -> JSONValue? {
    guard let value = take(name), value.kind != .null else { return nil }
    return value
  }

  /// The value of a CloudEvents attribute that must be set.
  mutating func requireAttribute(_ name: StaticString) throws(ContractError) -> JSONValue {
    guard let value = attribute(name) else { throw missing(name) }
    return value
  }

  /// Refuses what was not taken, by name.
  func finish() throws(ContractError) {
    guard left > 0 else { return }
    for (place, key) in document.keys(of: object).enumerated() where taken & 1 << UInt64(place) == 0 {
      throw ContractError(.contract, at: document.path(to: key), "expected no such member here")
    }
  }

  /// A refusal for want of `name`.
  func missing(_ name: StaticString) -> ContractError {
    JSONValue(document: document, node: object).wrong("expected the member '\(name)', found none")
  }

  private mutating func advance() {
    place += 1
    key = document.key(after: key)
    if place == count { (place, key) = (0, object + 1) }
  }
}
