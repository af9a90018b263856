/// What came of making every projection anew from the log.
public struct Rebuilt: Sendable, Hashable {
  /// The events gone through.
  public var events = 0
  /// The items and dossiers made.
  public var items = 0
  /// The dossiers made.
  public var dossiers = 0
  /// Where what was kept differs from what the log comes to: no more than the first hundred.
  public var differences: [Difference] = []

  /// Nothing yet.
  public init() {}

  /// A row that is not what the log comes to.
  public struct Difference: Sendable, Hashable {
    /// The table.
    public let table: String
    /// The item, dossier or source.
    public let name: String
    /// Whether it was kept at all.
    public let isKept: Bool
    /// Whether the log comes to it at all.
    public let isRebuilt: Bool

    /// A difference of this row.
    public init(table: String, name: String, isKept: Bool, isRebuilt: Bool) {
      self.table = table
      self.name = name
      self.isKept = isKept
      self.isRebuilt = isRebuilt
    }
  }
}
