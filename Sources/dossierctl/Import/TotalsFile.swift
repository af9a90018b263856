import Dossiers

/// A CSV of totals, read whole: what it says, and what is wrong with it.
struct TotalsFile {
  /// What is wrong with a line.
  struct Mistake {
    let line: Int
    let words: String
  }

  private(set) var totals: [ReceivedTotal] = []
  private(set) var mistakes: [Mistake] = []
  private var columns: [String]?
  private var lines: [Key: Int] = [:]
  private let registry: Registry
  private let today: LocalDate

  private static let names = ["agency", "procedure", "month", "total"]
  private static let most = 100_000_000

  private struct Key: Hashable {
    let agency: AgencyCode
    let procedure: ProcedureCode
    let month: CalendarMonth
  }

  private init(registry: Registry, today: LocalDate) {
    self.registry = registry
    self.today = today
  }

  /// What stands in the file at `path`; lines that begin with `#` are comments.
  static func read(_ path: String, registry: Registry, today: LocalDate) throws(CommandError) -> TotalsFile {
    var file = TotalsFile(registry: registry, today: today)
    var input = try InputLines(path)
    while let lines = try input.next() {
      for line in lines where line.bytes.first != UInt8(ascii: "#") {
        file.take(line)
        // Without its columns nothing can be said of the lines below.
        if file.columns == nil { return file }
      }
    }
    if file.columns == nil { file.refuse(1, "expected the header agency,procedure,month,total, found nothing") }
    return file
  }

  private mutating func take(_ line: InputLines.Line) {
    guard let fields = CSVRow.fields(line.bytes) else {
      return refuse(line.number, "expected quotes around a whole field, and those in it doubled; correct them")
    }
    guard let columns else {
      if fields.sorted() == TotalsFile.names.sorted() {
        self.columns = fields
      } else {
        let found = fields.joined(separator: ",")
        refuse(line.number, "expected the header agency,procedure,month,total, found \(found); write it")
      }
      return
    }
    guard fields.count == columns.count else {
      return refuse(line.number, "expected \(columns.count) fields, found \(fields.count); add or remove commas")
    }
    let row = Dictionary(zip(columns, fields)) { first, _ in first }
    guard let agency = agency(row["agency"] ?? "", line.number),
      let procedure = procedure(row["procedure"] ?? "", line.number),
      let month = month(row["month"] ?? "", of: agency, line.number),
      let received = received(row["total"] ?? "", line.number)
    else { return }
    let key = Key(agency: agency, procedure: procedure, month: month)
    if let first = lines[key] {
      return refuse(
        line.number, "expected each agency, procedure and month once, found those of line \(first); remove one")
    }
    lines[key] = line.number
    totals.append(ReceivedTotal(agency: agency, procedure: procedure, month: month, received: received))
  }

  private mutating func agency(_ text: String, _ line: Int) -> AgencyCode? {
    if let code = AgencyCode(text), registry.agencies[code] != nil { return code }
    refuse(line, "expected an agency of agencies.csv, found '\(text)'; correct the code")
    return nil
  }

  private mutating func procedure(_ text: String, _ line: Int) -> ProcedureCode? {
    if let code = ProcedureCode(text), registry.procedures[code] != nil { return code }
    refuse(line, "expected a procedure of procedures.csv, found '\(text)'; correct the code")
    return nil
  }

  private mutating func month(_ text: String, of agency: AgencyCode, _ line: Int) -> CalendarMonth? {
    guard let month = CalendarMonth(text) else {
      refuse(line, "expected a month such as 2026-10, found '\(text)'; correct it")
      return nil
    }
    guard month.first <= today else {
      refuse(line, "expected a month that has begun, found \(month); correct it")
      return nil
    }
    let entry = registry.agencies[agency]
    guard DayRange(entry?.since, entry?.until).overlaps(DayRange(month.first, month.last)) else {
      let days = [entry?.since.map { "from \($0)" }, entry?.until.map { "until \($0)" }].compactMap(\.self)
      refuse(
        line, "\(agency) exists \(days.joined(separator: " ")), and not in \(month); name the agency of that month")
      return nil
    }
    return month
  }

  private mutating func received(_ text: String, _ line: Int) -> Int? {
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    if isNumber, let number = Int(text), number <= TotalsFile.most { return number }
    refuse(line, "expected a whole number from 0 to \(TotalsFile.most), found '\(text)'; correct it")
    return nil
  }

  private mutating func refuse(_ line: Int, _ words: String) {
    mistakes.append(Mistake(line: line, words: words))
  }
}
