/// Dictionaries by code are written as JSON objects, so that equal ones give equal bytes once keys are sorted; as
/// Swift writes them otherwise, lists of keys and values, their order changes from run to run.
extension AgencyCode: CodingKeyRepresentable {}
extension OfficeCode: CodingKeyRepresentable {}
extension ProcedureCode: CodingKeyRepresentable {}

extension Code where Self: CodingKeyRepresentable {
  /// The identifier's text as a key.
  public var codingKey: any CodingKey { TextKey(stringValue: text) }

  /// The identifier that a key names, or nil.
  public init?<Key: CodingKey>(codingKey: Key) {
    self.init(codingKey.stringValue)
  }
}

/// A key of a JSON object that is a value itself.
struct TextKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }
}
