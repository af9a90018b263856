import Dossiers

/// The rhythm of an office: a drawing for those who see it, and the same in a table, a week a row.
struct RhythmModel {
  /// A week.
  struct Week {
    let week: Day
    let cells: [Cell]
  }

  /// The Monday of a week.
  struct Day {
    let machine: String
    let human: String
  }

  /// A day.
  struct Cell {
    let scans: String
    let note: String
    let isSilent: Bool
  }

  let known: [Moment]
  let drawing: String
  let weeks: [Week]
  let weekdays: [String]
  let summary: String

  init(_ scans: OfficeScans, _ language: Language) {
    known = [scans.known].compactMap(\.self).map { Moment($0, language) }
    let days = scans.days
    drawing = RhythmModel.drawing(of: days)
    weekdays = (0..<7).map { RhythmModel.weekday($0)[language] }
    weeks = stride(from: 0, to: days.count, by: 7).map { start in
      let week = days[start..<min(start + 7, days.count)]
      let monday = days[start].date
      let rest = Array(repeating: Cell(scans: "", note: "", isSilent: false), count: 7 - week.count)
      return Week(
        week: Day(machine: monday.description, human: language == .vi ? monday.vietnamese : monday.description),
        cells: week.map { Cell($0, language) } + rest)
    }
    let (all, silent) = (days.reduce(0) { $0 + $1.scans }, days.count(where: \.isSilent))
    let english = (scans: all == 1 ? "scan" : "scans", days: silent == 1 ? "day" : "days")
    summary =
      Phrase(
        "\(Number.words(all, .vi)) lượt quét, \(silent) ngày làm việc không có lượt quét nào",
        "\(Number.words(all, .en)) \(english.scans), \(silent) working \(english.days) without a scan")[language]
  }

  private static func weekday(_ number: Int) -> Phrase {
    let vietnamese = ["Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7", "CN"]
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return Phrase(vietnamese[number], english[number])
  }

  /// A bar for each day; a working day without a scan is a mark that is as high as the drawing.
  private static func drawing(of days: [OfficeDay]) -> String {
    let most = max(days.map(\.scans).max() ?? 0, 1)
    let bars = days.enumerated().map { place, day in
      let x = place * 10 + 1
      if day.isSilent { return "<path class=\"bad\" d=\"M\(x) 0h8v60h-8z\"/>" }
      let height = day.scans == 0 ? 0 : max(60 * day.scans / most, 1)
      return "<path class=\"\(day.isWorkingDay ? "good" : "calm")\" d=\"M\(x) \(60 - height)h8v\(height)h-8z\"/>"
    }
    return "<svg class=\"rhythm\" viewBox=\"0 0 \(max(days.count, 1) * 10) 61\" preserveAspectRatio=\"none\""
      + " aria-hidden=\"true\"><path class=\"ground\" d=\"M0 60.5H\(days.count * 10)\"/>\(bars.joined())</svg>"
  }
}

extension RhythmModel.Cell {
  fileprivate init(_ day: OfficeDay, _ language: Language) {
    scans = Number.words(day.scans, language)
    isSilent = day.isSilent
    note =
      if day.isSilent {
        Phrase("không quét", "no scan")[language]
      } else if !day.isWorkingDay {
        Phrase("ngày nghỉ", "day off")[language]
      } else if !day.isOver {
        Phrase("chưa hết ngày", "not over")[language]
      } else {
        ""
      }
  }
}

/// The part of an office's page with `page.rhythm`.
let rhythmTemplate = """
  {{#page.rhythm}}
  <h2 id="rhythm">{{#vi}}Nhịp quét mỗi ngày{{/vi}}{{#en}}Scans a day{{/en}}</h2>
  {{^known}}<p><span class="badge near">{{#vi}}Đang tính, chưa có số liệu{{/vi}}{{#en}}Being computed, no figures yet{{/en}}</span>
  {{#vi}}Hãy mở lại trang sau giây lát.{{/vi}}{{#en}}Open the page again in a moment.{{/en}}</p>{{/known}}
  {{#known}}
  <p>{{summary}}. {{#vi}}Tính lúc{{/vi}}{{#en}}Computed at{{/en}} <time datetime="{{machine}}">{{human}}</time>.</p>
  {{{drawing}}}
  <div class="scroll" role="region" tabindex="0" aria-labelledby="rhythm">
  <table class="weeks">
  <thead><tr><th scope="col">{{#vi}}Tuần từ{{/vi}}{{#en}}Week of{{/en}}</th>{{#weekdays}}<th scope="col" class="number">{{.}}</th>{{/weekdays}}</tr></thead>
  <tbody>
  {{#weeks}}
  <tr><th scope="row">{{#week}}<time datetime="{{machine}}">{{human}}</time>{{/week}}</th>
  {{#cells}}<td class="number">{{#isSilent}}<span class="badge bad">{{scans}}</span>{{/isSilent}}{{^isSilent}}{{scans}}{{/isSilent}}<small>{{note}}</small></td>{{/cells}}</tr>
  {{/weeks}}
  </tbody>
  </table>
  </div>
  {{/known}}
  {{/page.rhythm}}

  """
