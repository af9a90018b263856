extension DossierCode {
  /// The parts of a code: who gave it, on which day, as which one of that day.
  public struct Parts: Sendable, Hashable {
    /// The agency.
    public let agency: AgencyCode
    /// The day of receipt as the number `yymmdd`; not every such number is a day.
    public let day: Int
    /// The number of the day.
    public let number: Int

    /// These parts.
    public init(agency: AgencyCode, day: Int, number: Int) {
      self.agency = agency
      self.day = day
      self.number = number
    }
  }

  /// The parts from which the code can be written again; nil where its number has more zeros in front, or more
  /// digits, than that allows.
  public var parts: Parts? {
    var text = text
    return text.withUTF8 { bytes in
      guard let (head, rest) = bytes.cut(at: UInt8(ascii: "-")), let agency = AgencyCode(utf8: head),
        let (day, number) = rest.cut(at: UInt8(ascii: "-")),
        number.count == 4 || (number.count > 4 && number[0] != UInt8(ascii: "0")),
        let day = day.number, let number = number.number
      else { return nil }
      return Parts(agency: agency, day: day, number: number)
    }
  }

  /// The code with these parts, or nil where they are of none.
  public init?(_ parts: Parts) {
    self.init("\(parts.agency)-\(padded(parts.day, 6))-\(padded(parts.number, 4))")
  }
}
