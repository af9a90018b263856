/// The hand-over list of a post office for one day beside what was scanned there on that day.
public struct TalliedDay: Sendable, Hashable {
  /// How many items were taken in, and how many handed out.
  public struct Counts: Sendable, Hashable, Codable {
    /// Items accepted.
    public var accepted: Int
    /// Items delivered.
    public var delivered: Int

    /// Counts of so many items.
    public init(accepted: Int = 0, delivered: Int = 0) {
      self.accepted = accepted
      self.delivered = delivered
    }
  }

  /// The post office.
  public let office: OfficeCode
  /// The day.
  public let date: LocalDate
  /// What the list says.
  public let listed: Counts
  /// What was scanned.
  public let scanned: Counts

  /// A day of these parts.
  public init(office: OfficeCode, date: LocalDate, listed: Counts, scanned: Counts) {
    self.office = office
    self.date = date
    self.listed = listed
    self.scanned = scanned
  }

  /// Whether list and scans disagree, either way.
  public var differs: Bool { listed != scanned }
}

extension TalliedDay: Encodable {
  private enum Key: CodingKey { case date, listed, scanned }

  /// Writes the day and both counts; whose they are stands beside it.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(date, forKey: .date)
    try fields.encode(listed, forKey: .listed)
    try fields.encode(scanned, forKey: .scanned)
  }
}
