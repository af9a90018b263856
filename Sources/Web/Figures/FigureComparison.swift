import Dossiers

/// What figures were known at the end of a day, beside those of now.
struct FigureComparison {
  /// A figure that is another by now.
  struct Row {
    let figure: String
    let about: String
    let aboutCode: String
    let isVietnamese: Bool
    let past: FiguresModel.Value
    let now: FiguresModel.Value
    let difference: String
  }

  let day: String
  /// Whether the period ran on after that day.
  let wasOpen: Bool
  /// Whether the figures are of one agency or office, which what was recorded since is not.
  let isPart: Bool
  let standing: FoldStanding
  /// One where both are made.
  let found: [Found]

  /// What came of it.
  struct Found {
    let summary: String
    let since: String
    let hasSince: Bool
    let rows: [Row]
    let hasRows: Bool
    let count: Int
  }

  /// Nil where no day was asked for.
  init?(_ report: FiguresReport, _ registry: Registry, _ paging: Paging, _ language: Language) {
    guard let day = report.asKnown, let state = report.past else { return nil }
    self.day = language == .vi ? day.vietnamese : day.description
    isPart = report.question.agency != nil || report.question.office != nil
    wasOpen = day < report.question.period.last
    if case .made(let past) = state, let changes = report.changes {
      found = [Found(changes, past.since, registry, paging, language)]
    } else {
      found = []
    }
    // What was known then may be made before what is known now.
    standing = if case .made = state, found.isEmpty { .waiting } else { FoldStanding(state, language) }
  }
}

extension FigureComparison.Found {
  init(
    _ changes: [IndicatorChange], _ since: LaterRecords, _ registry: Registry, _ paging: Paging, _ language: Language
  ) {
    let written = Number.words(changes.count, language)
    summary =
      changes.isEmpty
      ? Phrase("Không có chỉ tiêu nào khác đi.", "No figure is another since.")[language]
      : Phrase("\(written) chỉ tiêu nay đã khác.", "\(written) figures are others by now.")[language]
    let words = since.words { Number.words($0, language) }
    self.since = (language == .vi ? words.vietnamese : words.english).joined(separator: ", ")
    hasSince = !self.since.isEmpty
    count = changes.count
    // Those of the whole before those of each agency and office.
    let changes = changes.filter { !$0.subject.isOneOfMany } + changes.filter(\.subject.isOneOfMany)
    rows = paging.part(of: changes).map { FigureComparison.Row($0, registry, language) }
    hasRows = !rows.isEmpty
  }
}

extension FigureComparison.Row {
  init(_ change: IndicatorChange, _ registry: Registry, _ language: Language) {
    figure = change.kind.words[language]
    switch change.subject {
    case .agency(let agency): (about, isVietnamese) = (registry.agencies[agency]?.name ?? "", true)
    case .office(let office): (about, isVietnamese) = (registry.offices[office]?.name ?? "", true)
    default: (about, isVietnamese) = (change.subject.words[language], false)
    }
    aboutCode = change.subject.isOneOfMany ? change.subject.code ?? "" : ""
    let value = { (indicator: Indicator?) in
      FiguresModel.Value(
        about: [], number: indicator?.valueWords(language) ?? "–", base: indicator?.baseWords(language) ?? "")
    }
    (past, now) = (value(change.past), value(change.now))
    if let past = change.past?.value, let now = change.now?.value {
      let written = Number.decimal(abs(now - past), language)
      difference = (written == "0" ? "" : now > past ? "+" : "−") + written
    } else {
      difference = "–"
    }
  }
}

/// How far it is, what has changed and what was recorded since.
let figureComparisonTemplate = """
  <h2 id="compared">{{#vi}}So với khi biết đến hết ngày {{day}}{{/vi}}{{#en}}Against what was known at the end of {{day}}{{/en}}</h2>
  {{#standing.isWaiting}}<p><span class="badge near">{{#vi}}Đang chờ tính lại{{/vi}}{{#en}}About to be computed{{/en}}</span> {{#vi}}Hãy mở lại trang sau giây lát.{{/vi}}{{#en}}Open the page again in a moment.{{/en}}</p>{{/standing.isWaiting}}
  {{#standing.making}}<p><span class="badge near">{{#vi}}Đang tính lại: {{.}} sự kiện{{/vi}}{{#en}}Being computed: {{.}} events folded{{/en}}</span> {{#vi}}Hãy mở lại trang sau giây lát.{{/vi}}{{#en}}Open the page again in a moment.{{/en}}</p>{{/standing.making}}
  {{#standing.hasFailed}}<p><span class="badge bad">{{#vi}}Không tính được; nhật ký hệ thống cho biết lý do. Mở lại trang để thử lại.{{/vi}}{{#en}}It could not be computed; the system’s journal says why. Open the page again to try again.{{/en}}</span></p>{{/standing.hasFailed}}
  {{#found}}
  <p><strong>{{summary}}</strong>
  {{#hasSince}}{{#vi}}Ghi nhận từ đó, liên quan đến kỳ này{{#isPart}}, của mọi cơ quan và bưu cục{{/isPart}}: {{since}}.{{/vi}}{{#en}}Recorded since, bearing on this period{{#isPart}}, of all agencies and offices{{/isPart}}: {{since}}.{{/en}}{{/hasSince}}
  {{^hasSince}}{{#vi}}Từ đó không ghi nhận gì liên quan đến kỳ này.{{/vi}}{{#en}}Nothing that bears on this period was recorded since.{{/en}}{{/hasSince}}
  {{#wasOpen}}{{#vi}}Kỳ chưa kết thúc vào ngày ấy: số liệu cũng đổi vì thời gian trôi qua.{{/vi}}{{#en}}The period was not over that day: its figures also change as time goes by.{{/en}}{{/wasOpen}}</p>
  {{#hasRows}}
  <div class="scroll" role="region" tabindex="0" aria-labelledby="compared">
  <table class="stack">
  <thead><tr><th scope="col">{{#vi}}Chỉ tiêu{{/vi}}{{#en}}Figure{{/en}}</th><th scope="col" class="number">{{#vi}}Đã biết khi ấy{{/vi}}{{#en}}Known then{{/en}}</th><th scope="col" class="number">{{#vi}}Nay{{/vi}}{{#en}}Now{{/en}}</th><th scope="col" class="number">{{#vi}}Chênh lệch{{/vi}}{{#en}}Difference{{/en}}</th></tr></thead>
  <tbody>
  {{#rows}}
  <tr><th scope="row">{{figure}} <small><span{{#isVietnamese}} lang="vi"{{/isVietnamese}}>{{about}}</span> <span class="code">{{aboutCode}}</span></small></th>
  <td class="number" data-head="{{#vi}}Khi ấy{{/vi}}{{#en}}Then{{/en}}">{{#past}}{{number}} <small>{{base}}</small>{{/past}}</td>
  <td class="number" data-head="{{#vi}}Nay{{/vi}}{{#en}}Now{{/en}}">{{#now}}{{number}} <small>{{base}}</small>{{/now}}</td>
  <td class="number" data-head="{{#vi}}Chênh lệch{{/vi}}{{#en}}Difference{{/en}}">{{difference}}</td></tr>
  {{/rows}}
  </tbody>
  </table>
  </div>
  {{/hasRows}}
  {{/found}}

  """
