import Dossiers
import Mail
import Store

extension StatedReport {
  private static let header = [
    "from", "to", "known", "log_last", "log_events", "log_versions", "log_digest", "id", "word", "subject", "code",
    "unit", "numerator", "denominator", "value",
  ]

  /// The report as a table, a figure a row; each row carries what the report says of itself.
  public func csv() -> [UInt8] {
    var table = CSVTable(StatedReport.header)
    let statement = [
      "\(period.first)", "\(period.last)", known.rfc3339, "\(log.last)", "\(log.events)", "\(log.versions)", log.digest,
    ]
    for row in rows {
      table.add(
        statement + [
          row.id, row.word, row.subject, row.code ?? "", row.unit, row.numerator.map(String.init) ?? "",
          "\(row.denominator)", row.value.map { "\($0)" } ?? "",
        ])
    }
    return table.bytes
  }

  /// Reads the report of a table; nil where it is none, or where its rows say different things of it.
  init?(csv text: String) {
    let lines = text.unicodeScalars.split { $0 == "\r" || $0 == "\n" || $0 == "\u{FEFF}" }
      .map { line in line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
    guard lines.first == StatedReport.header, let first = lines.dropFirst().first, first.count > 7,
      let from = LocalDate(first[0]), let to = LocalDate(first[1]), let period = Period(from: from, to: to),
      let known = Instant(rfc3339: first[2]), let last = Int64(first[3]), let events = Int(first[4]),
      let versions = Int(first[5])
    else { return nil }
    var rows: [ReportRow] = []
    for line in lines.dropFirst() {
      guard line.count == StatedReport.header.count, line.prefix(7) == first.prefix(7), let row = ReportRow(line[7...])
      else { return nil }
      rows.append(row)
    }
    self.init(
      period: period, known: known, log: LogState(last: last, events: events, versions: versions, digest: first[6]),
      rows: rows)
  }
}

extension ReportRow {
  fileprivate init?(_ cells: ArraySlice<String>) {
    let cells = Array(cells)
    let (numerator, value) = (Int(cells[5]), Double(cells[7]))
    guard let denominator = Int(cells[6]), numerator != nil || cells[5].isEmpty, value != nil || cells[7].isEmpty else {
      return nil
    }
    self.init(
      id: cells[0], word: cells[1], subject: cells[2], code: cells[3].isEmpty ? nil : cells[3], unit: cells[4],
      numerator: numerator, denominator: denominator, value: value)
  }
}
