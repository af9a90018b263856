public import Dossiers
public import Foundation
public import Store

/// What a report says of itself and its figures, as its files hold it; read from a file, all of it is mere assertion.
public struct StatedReport: Sendable, Hashable {
  /// The days that it is about.
  public let period: Period
  /// What was recorded by then counts.
  public let known: Instant
  /// The log that it was made from.
  public let log: LogState
  /// The figures.
  public let rows: [ReportRow]

  init(period: Period, known: Instant, log: LogState, rows: [ReportRow]) {
    self.period = period
    self.known = known
    self.log = log
    self.rows = rows
  }

  /// What `report` says.
  public init(_ report: InspectionReport) {
    self.init(
      period: report.period, known: report.known, log: report.log,
      rows: report.figures.map { ReportRow($0) } + report.adoption.flatMap(ReportRow.rows))
  }

  /// The report as JSON, its keys in order.
  /// - Throws: whatever the encoder throws.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}

extension StatedReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case report, from, to, known, log, figures
  }

  private static let form = "dossierd-inspection-1"

  /// Writes the report as its JSON file has it.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(StatedReport.form, forKey: .report)
    try container.encode(period.first, forKey: .from)
    try container.encode(period.last, forKey: .to)
    try container.encode(known.rfc3339, forKey: .known)
    try container.encode(log, forKey: .log)
    try container.encode(rows, forKey: .figures)
  }

  /// Reads the report of a JSON file.
  /// - Throws: `DecodingError` where it is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let form = try container.decode(String.self, forKey: .report)
    let (from, to) = (
      try container.decode(LocalDate.self, forKey: .from), try container.decode(LocalDate.self, forKey: .to)
    )
    guard form == StatedReport.form, let period = Period(from: from, to: to),
      let known = Instant(rfc3339: try container.decode(String.self, forKey: .known))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .report, in: container, debugDescription: "expected a report \(StatedReport.form) of days in order")
    }
    self.init(
      period: period, known: known, log: try container.decode(LogState.self, forKey: .log),
      rows: try container.decode([ReportRow].self, forKey: .figures))
  }
}
