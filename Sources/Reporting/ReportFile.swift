public import Foundation

/// A file that says it is a report: as JSON, as a table, or as a page.
public struct ReportFile: Sendable, Hashable {
  /// What it says.
  public let stated: StatedReport
  /// The page, where it is one.
  let page: String?

  private static let opening = "<script type=\"application/json\" id=\"report\">"

  /// Reads a file; nil where it is no report.
  public init?(_ data: Data) {
    guard let text = String(validating: data, as: UTF8.self) else { return nil }
    if let table = StatedReport(csv: text) {
      (stated, page) = (table, nil)
    } else if let report = try? JSONDecoder().decode(StatedReport.self, from: data) {
      (stated, page) = (report, nil)
    } else if let start = text.range(of: ReportFile.opening),
      let end = text.range(of: "</script>", range: start.upperBound..<text.endIndex),
      let report = try? JSONDecoder().decode(
        StatedReport.self, from: Data(text[start.upperBound..<end.lowerBound].utf8))
    {
      (stated, page) = (report, text)
    } else {
      return nil
    }
  }
}
