import Dossiers
import Hummingbird

/// `/figures`: how safe, stable, reliable, accurate, regular and timely the service was.
struct FiguresPage: Sendable {
  let site: Site
  let pages: Pages

  func add(to router: RouterGroup<WebContext>) {
    router.get("figures") { request, context in
      let report = try await site.figures(request, context)
      let model = FiguresModel(
        report, site.registry(), today: LocalDate(site.now()), Paging(request, size: 100), request, Language(request))
      return try pages.render(
        .figures, model, title: Phrase("Chất lượng dịch vụ", "Quality of the service"), request, context)
    }
  }
}

/// What the page shows.
struct FiguresModel {
  /// A period to choose.
  struct Choice {
    let value: String
    let label: String
    let isChosen: Bool
  }

  /// One word of the plan.
  struct Part {
    let wordID: String
    let word: String
    let lines: [Line]
  }

  /// A figure of it.
  struct Line {
    let figure: String
    let meaning: String
    let limit: [String]
    let values: [Value]
  }

  /// What it comes to, of a part.
  struct Value {
    let about: [String]
    let number: String
    let base: String
  }

  /// A row of figures of one agency, office or level.
  struct Row {
    let what: String
    let whatCode: String
    let isVietnamese: Bool
    let cells: [Value]
  }

  /// Rows with their heads.
  struct Table {
    let tableID: String
    let heading: String
    let head: String
    let heads: [String]
    let rows: [Row]
  }

  let periods: [Choice]
  let period: String
  let agency: String
  let office: String
  let about: [String]
  let mayChooseAgency: Bool
  let mayChooseOffice: Bool
  let asKnown: String
  let latestKnown: String
  let known: [Moment]
  let comparison: [FigureComparison]
  let words: [Part]
  let tables: [Table]
  let paging: [Paging.Links]

  init(
    _ report: FiguresReport, _ registry: Registry, today: LocalDate, _ paging: Paging, _ request: Request,
    _ language: Language
  ) {
    let question = report.question
    let asked = request.uri.queryParameters.get("period").flatMap { $0.isEmpty ? nil : $0 }
    let chosen = asked ?? CalendarMonth(today).description
    periods = FiguresModel.periods(today, with: chosen).map {
      Choice(value: $0, label: FiguresModel.label($0)[language], isChosen: $0 == chosen)
    }
    period = FiguresModel.label(chosen)[language]
    agency = question.agency?.text ?? ""
    office = question.office?.text ?? ""
    about = [
      question.agency.map { registry.agencies[$0]?.name ?? $0.text },
      question.office.map { registry.offices[$0]?.name ?? $0.text },
    ].compactMap(\.self)
    mayChooseAgency = report.viewer.role != .post && (report.viewer.agencies(in: registry)?.count ?? 2) > 1
    mayChooseOffice = report.viewer.role != .lead
    asKnown = report.asKnown?.description ?? ""
    latestKnown = today.adding(-1).description
    comparison = [FigureComparison(report, registry, paging, language)].compactMap(\.self)
    known = [report.kept?.known].compactMap(\.self).map { Moment($0, language) }
    let indicators = report.kept?.indicators ?? []
    let whole = indicators.filter { !$0.subject.isOneOfMany && !FiguresModel.saysNothing($0, question) }
    words = IndicatorKind.Word.allCases.compactMap { word in
      let lines = FiguresModel.lines(of: word, whole, language)
      return lines.isEmpty
        ? nil
        : Part(
          wordID: word.rawValue, word: Phrase(word.vietnamese, word.english)[language], lines: lines)
    }
    let agencies = FiguresModel.agencies(indicators, registry, language)
    let offices = FiguresModel.offices(indicators, registry, language)
    tables = [
      FiguresModel.levels(indicators, registry, language), agencies.map { $0.part(paging) },
      offices.map { $0.part(paging) },
    ].compactMap(\.self)
    let most = max(
      agencies?.rows.count ?? 0, offices?.rows.count ?? 0, comparison.first?.found.first?.count ?? 0)
    self.paging = [paging.links(request, hasMore: most > paging.offset + paging.size)].filter(\.isNeeded)
  }

  /// The scanners of one agency's dossiers are those of all: an agency has no figures of them.
  private static func saysNothing(_ indicator: Indicator, _ question: FigureBook.Question) -> Bool {
    question.agency != nil
      && (indicator.kind.word == .regular || indicator.kind == .longestOutage || indicator.kind == .voidedScans)
  }

  private static func lines(
    of word: IndicatorKind.Word, _ indicators: [Indicator], _ language: Language
  ) -> [Line] {
    IndicatorKind.allCases.filter { $0.word == word }.compactMap { kind in
      let own = indicators.filter { $0.kind == kind }
      guard !own.isEmpty else { return nil }
      return Line(
        figure: kind.words[language], meaning: kind.meaning[language].withFirstCapital,
        limit: [kind.limit].compactMap(\.self).map { $0[language] },
        values: own.map { indicator in
          Value(
            about: own.count > 1 ? [indicator.subject.words[language]] : [], number: indicator.valueWords(language),
            base: indicator.baseWords(language))
        })
    }
  }
}

extension FiguresModel.Table {
  func part(_ paging: Paging) -> FiguresModel.Table {
    FiguresModel.Table(tableID: tableID, heading: heading, head: head, heads: heads, rows: paging.part(of: rows))
  }
}

extension FiguresModel {
  private static let agencyKinds: [IndicatorKind] = [.within, .score, .overdue, .median, .meanDelay]
  private static let officeKinds: [IndicatorKind] = [.silentDays, .unscannedAcceptances, .differingLists]

  /// Processing by level, added up from the agencies'.
  private static func levels(_ indicators: [Indicator], _ registry: Registry, _ language: Language) -> Table? {
    let kinds: [IndicatorKind] = [.within, .overdue]
    let own = { (level: Agency.Level, kind: IndicatorKind) in
      indicators.filter { indicator in
        guard indicator.kind == kind, case .agency(let agency) = indicator.subject else { return false }
        return registry.agencies[agency]?.level == level
      }
    }
    let rows: [Row] = Agency.Level.allCases.compactMap { level in
      guard !own(level, .within).isEmpty else { return nil }
      let cells = kinds.map { kind in
        let parts = own(level, kind)
        let (counted, whole) = parts.reduce((0, 0)) { ($0.0 + ($1.numerator ?? 0), $0.1 + $1.denominator) }
        let sum = Indicator(
          kind, .all, numerator: counted, denominator: whole,
          value: whole > 0 ? 100 * Double(counted) / Double(whole) : nil)
        return Value(about: [], number: sum.valueWords(language), base: sum.baseWords(language))
      }
      return Row(what: level.words[language].withFirstCapital, whatCode: "", isVietnamese: false, cells: cells)
    }
    guard rows.count > 1 else { return nil }
    return Table(
      tableID: "levels", heading: Phrase("Giải quyết hồ sơ theo cấp", "Processing by level")[language],
      head: Phrase("Cấp", "Level")[language], heads: kinds.map { $0.words[language] }, rows: rows)
  }

  private static func agencies(_ indicators: [Indicator], _ registry: Registry, _ language: Language) -> Table? {
    table(
      "agencies", Phrase("Giải quyết hồ sơ theo cơ quan", "Processing by agency"), Phrase("Cơ quan", "Agency"),
      agencyKinds, indicators, language
    ) { subject in
      guard case .agency(let agency) = subject else { return nil }
      return (registry.agencies[agency]?.name ?? agency.text, agency.text)
    }
  }

  private static func offices(_ indicators: [Indicator], _ registry: Registry, _ language: Language) -> Table? {
    table(
      "offices", Phrase("Theo bưu cục", "By post office"), Phrase("Bưu cục", "Post office"), officeKinds, indicators,
      language
    ) { subject in
      guard case .office(let office) = subject else { return nil }
      return (registry.offices[office]?.name ?? office.text, office.text)
    }
  }

  private static func table(
    _ id: String, _ heading: Phrase, _ head: Phrase, _ kinds: [IndicatorKind], _ indicators: [Indicator],
    _ language: Language, named: (Indicator.Subject) -> (name: String, code: String)?
  ) -> Table? {
    var known: [String: (name: String, figures: [IndicatorKind: Indicator])] = [:]
    for indicator in indicators {
      guard let (name, code) = named(indicator.subject) else { continue }
      known[code, default: (name, [:])].figures[indicator.kind] = indicator
    }
    guard !known.isEmpty else { return nil }
    let rows = known.sorted { $0.key < $1.key }.map { code, entry in
      Row(
        what: entry.name, whatCode: code, isVietnamese: true,
        cells: kinds.map { kind in
          Value(
            about: [], number: entry.figures[kind]?.valueWords(language) ?? "–",
            base: entry.figures[kind]?.baseWords(language) ?? "")
        })
    }
    return Table(
      tableID: id, heading: heading[language], head: head[language], heads: kinds.map { $0.words[language] },
      rows: rows)
  }

  /// The months, quarters and years that lie nearest, and what was chosen.
  private static func periods(_ today: LocalDate, with chosen: String) -> [String] {
    let month = CalendarMonth(today)
    let months = (0...12).map { month.before($0) }
    let quarters = (0...4).map { month.before(3 * $0).components }.map { "\(year($0.year))-Q\(($0.month + 2) / 3)" }
    let years = (0...2).map { year(max(0, month.components.year - $0)) }
    let all = months.map(\.description) + quarters + years
    return all.contains(chosen) ? all : [chosen] + all
  }

  private static func year(_ number: Int) -> String { String("000\(number)".suffix(4)) }

  /// `2026-10` as people say it.
  static func label(_ period: String) -> Phrase {
    let parts = period.split(separator: "-").map(String.init)
    guard let year = parts.first else { return Phrase(period, period) }
    guard parts.count == 2 else { return Phrase("Năm \(year)", year) }
    let number = parts[1].dropFirst()
    return switch parts[1].first {
    case "Q": Phrase("Quý \(number)/\(year)", "Quarter \(number), \(year)")
    case "H": Phrase("Nửa năm \(number)/\(year)", "Half \(number), \(year)")
    default: Phrase("Tháng \(parts[1])/\(year)", period)
    }
  }
}

/// The choice, and the figures.
let figuresTemplate = """
  <form class="choice" action="/figures" method="get">
  <div class="pair"><label for="period">{{#vi}}Kỳ{{/vi}}{{#en}}Period{{/en}}</label>
  <select id="period" name="period">
  {{#page.periods}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/page.periods}}
  </select></div>
  {{#page.mayChooseAgency}}<div class="pair"><label for="agency">{{#vi}}Mã cơ quan{{/vi}}{{#en}}Agency code{{/en}}</label>
  <input id="agency" name="agency" value="{{page.agency}}" maxlength="35" autocomplete="off" spellcheck="false" placeholder="X99.101"></div>{{/page.mayChooseAgency}}
  {{#page.mayChooseOffice}}<div class="pair"><label for="office">{{#vi}}Mã bưu cục{{/vi}}{{#en}}Post office code{{/en}}</label>
  <input id="office" name="office" value="{{page.office}}" maxlength="35" autocomplete="off" spellcheck="false" placeholder="990000"></div>{{/page.mayChooseOffice}}
  <div class="pair"><label for="known">{{#vi}}So với khi biết đến hết ngày{{/vi}}{{#en}}Against what was known at the end of{{/en}}</label>
  <input id="known" name="known" type="date" value="{{page.asKnown}}" max="{{page.latestKnown}}"></div>
  {{#en}}<input type="hidden" name="lang" value="en">{{/en}}
  <button>{{#vi}}Xem{{/vi}}{{#en}}Show{{/en}}</button>
  </form>
  <p><strong>{{page.period}}</strong>{{#page.about}}, <span lang="vi">{{.}}</span>{{/page.about}}.
  {{#page.known}}{{#vi}}Tính lúc{{/vi}}{{#en}}Computed at{{/en}} <time datetime="{{machine}}">{{human}}</time>.{{/page.known}}
  {{^page.known}}<span class="badge near">{{#vi}}Đang tính, chưa có số liệu{{/vi}}{{#en}}Being computed, no figures yet{{/en}}</span>
  {{#vi}}Hãy mở lại trang sau giây lát.{{/vi}}{{#en}}Open the page again in a moment.{{/en}}{{/page.known}}</p>
  <p><small>{{#vi}}Số liệu theo những gì nay được biết: bằng chứng đến muộn làm đổi cả kỳ đã qua. Chọn một ngày ở trên để xem số liệu như được biết khi ấy, đã đổi thế nào và vì sao.{{/vi}}{{#en}}Figures as known now: proof that comes late changes past periods too. Choose a day above to see the figures as they were known then, how they have changed, and why.{{/en}}</small></p>
  {{#page.comparison}}{{>figure-comparison}}{{/page.comparison}}
  {{>figure-tables}}

  """

/// The six words with their figures, and the tables by level, agency and office.
let figureTablesTemplate = """
  <div class="six">
  {{#page.words}}
  <section><h2 id="{{wordID}}">{{word}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="{{wordID}}">
  <table class="figures stack">
  <thead><tr><th scope="col">{{#vi}}Chỉ tiêu{{/vi}}{{#en}}Figure{{/en}}</th><th scope="col">{{#vi}}Giá trị{{/vi}}{{#en}}Value{{/en}}</th></tr></thead>
  <tbody>
  {{#lines}}
  <tr><th scope="row">{{figure}}
  <details><summary>{{#vi}}Cách tính{{/vi}}{{#en}}How it is counted{{/en}}</summary>
  <p>{{meaning}}.{{#limit}} {{#vi}}Không cho biết:{{/vi}}{{#en}}It can’t say:{{/en}} {{.}}.{{/limit}}</p></details></th>
  <td><ul class="values">{{#values}}<li>{{#about}}<span class="about">{{.}}</span>{{/about}} <strong>{{number}}</strong> <small>{{base}}</small></li>{{/values}}</ul></td></tr>
  {{/lines}}
  </tbody>
  </table>
  </div></section>
  {{/page.words}}
  </div>
  {{#page.tables}}
  <h2 id="{{tableID}}">{{heading}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="{{tableID}}">
  <table>
  <thead><tr><th scope="col">{{head}}</th>{{#heads}}<th scope="col" class="number">{{.}}</th>{{/heads}}</tr></thead>
  <tbody>
  {{#rows}}
  <tr><th scope="row"><span{{#isVietnamese}} lang="vi"{{/isVietnamese}}>{{what}}</span> <small class="code">{{whatCode}}</small></th>
  {{#cells}}<td class="number">{{number}}<small>{{base}}</small></td>{{/cells}}</tr>
  {{/rows}}
  </tbody>
  </table>
  </div>
  {{/page.tables}}
  {{>paging}}

  """
