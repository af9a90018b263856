import Dossiers
import GRDB

/// How an alert names the hand-over list of an office for a day: `991100 2026-03-02`.
struct TallySubject: Hashable {
  let office: OfficeCode
  let date: LocalDate

  var text: String { "\(office.text) \(date)" }

  init(_ list: TalliedDay) {
    office = list.office
    date = list.date
  }

  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let office = OfficeCode(parts[0]), let date = LocalDate(parts[1]) else { return nil }
    self.office = office
    self.date = date
  }

  /// The list beside the scans, as they were last compared.
  func compared(_ db: Database) throws -> TalliedDay? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM compared_tallies WHERE subject = ?"), arguments: [text])
    return row.map { row in
      TalliedDay(
        office: office, date: date,
        listed: TalliedDay.Counts(accepted: row["listed_accepted"], delivered: row["listed_delivered"]),
        scanned: TalliedDay.Counts(accepted: row["scanned_accepted"], delivered: row["scanned_delivered"]))
    }
  }
}
