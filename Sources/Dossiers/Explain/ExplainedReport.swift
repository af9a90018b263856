/// A report whose deadlines are explained, both of one moment.
public struct ExplainedReport: Sendable, Hashable {
  /// The report.
  public let report: CaseReport
  /// Its deadlines, in the same order.
  public let deadlines: [ExplainedDeadline]

  /// The report, explained by the planner that it was made with.
  public init(_ report: CaseReport, planner: DeadlinePlanner) {
    self.report = report
    deadlines = report.deadlines.map { planner.explained($0) }
  }
}

extension ExplainedReport: Encodable {
  /// Writes the report, with an explanation and a history in each of its deadlines.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder, explained: deadlines)
  }
}
