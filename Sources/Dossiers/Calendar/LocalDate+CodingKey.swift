extension LocalDate: CodingKeyRepresentable {
  /// The day as `YYYY-MM-DD`.
  public var codingKey: any CodingKey { TextKey(stringValue: description) }

  /// The day that a key names as `YYYY-MM-DD`, or nil.
  public init?<Key: CodingKey>(codingKey: Key) {
    self.init(codingKey.stringValue)
  }
}
