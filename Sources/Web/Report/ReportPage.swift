import Dossiers
import HTTPTypes
import Hummingbird
import Store

/// `/report`: the report for inspectors over a period, and its files.
struct ReportPage: Sendable {
  let site: Site
  let pages: Pages

  func add(to router: RouterGroup<WebContext>) {
    router.get("report") { request, context in
      let viewer = try context.visit.viewer(in: .report)
      let period = try site.reportPeriod(request)
      let state: ReportBook.State? =
        if let period { await site.reportBook.answer(period, logger: context.logger) } else { nil }
      let model = ReportModel(
        period: request.uri.queryParameters.get("period") ?? "", state, days: period, viewer, site.registry(),
        today: LocalDate(site.now()), request)
      return try pages.render(
        .report, model, title: Phrase("Báo cáo thanh tra", "Inspection report"), request, context)
    }
    router.get("report/:file") { _, context in
      _ = try context.visit.viewer(in: .report)
      guard let name = context.parameters.get("file"), let file = await site.reportBook.file(name) else {
        throw RequestError.noSuchPage
      }
      // To be kept: it has a style of its own, which no page of ours may bring.
      return Response(
        status: .ok,
        headers: [
          .contentType: file.type == "application/json" ? file.type : "\(file.type); charset=utf-8",
          .contentDisposition: "attachment; filename=\"\(file.name)\"",
        ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
  }
}

extension Site {
  /// The period that a request names; nil where it names none.
  func reportPeriod(_ request: Request) throws(RequestError) -> Period? {
    guard let text = request.uri.queryParameters.get("period"), !text.isEmpty else { return nil }
    guard let period = Period(named: text) else { throw .badPeriod(text) }
    return period
  }
}

/// What the page shows.
struct ReportModel {
  /// A file to take.
  struct File {
    let href: String
    let label: String
  }

  /// The log that the report was made from.
  struct Proof {
    let known: Moment
    let digest: String
    let events: String
    let last: String
    let files: [File]
    let paper: String
  }

  let periods: [FiguresModel.Choice]
  let period: String
  let isChosen: Bool
  let standing: FoldStanding
  let proof: [Proof]
  let words: [FiguresModel.Part]
  let tables: [FiguresModel.Table]
  let paging: [Paging.Links]

  init(
    period: String, _ state: ReportBook.State?, days: Period?, _ viewer: Viewer, _ registry: Registry,
    today: LocalDate, _ request: Request
  ) {
    let language = Language(request)
    let choices = ReportModel.periods(today)
    let chosen = period.isEmpty ? choices[0] : period
    periods = (choices.contains(chosen) ? choices : [chosen] + choices).map {
      FiguresModel.Choice(value: $0, label: FiguresModel.label($0)[language], isChosen: $0 == chosen)
    }
    self.period = FiguresModel.label(chosen)[language]
    isChosen = !period.isEmpty
    standing = FoldStanding(state, language)
    let made: WebReport? = if case .made(let report) = state { report } else { nil }
    proof = [made].compactMap(\.self).map { ReportModel.proof($0, language) }
    let kept = made.map { FigureBook.Kept(indicators: $0.figures, known: $0.known) }
    let figures = FiguresModel(
      FiguresReport(question: FigureBook.Question(period: days ?? Period(day: today)), kept: kept, viewer: viewer),
      registry, today: today, Paging(request, size: 100), request, language)
    (words, tables, paging) = (figures.words, figures.tables, figures.paging)
  }

  private static func proof(_ report: WebReport, _ language: Language) -> Proof {
    Proof(
      known: Moment(report.known, language), digest: report.log.digest,
      events: Number.words(report.log.events, language),
      last: Number.words(Int(report.log.last), language),
      files: report.files.map { File(href: "/report/\($0.name)", label: $0.name) },
      paper: report.files.first { $0.name.hasSuffix("-\(language.rawValue).html") }?.name ?? "")
  }

  /// The month before this one first, then those before it, and the quarters, half-years and years that ended.
  private static func periods(_ today: LocalDate) -> [String] {
    let month = CalendarMonth(today)
    let months = (1...12).map { month.before($0).description }
    let ended = { (count: Int, name: (Int, Int) -> String) in
      (1...(12 / count + 1)).map { step -> String in
        let (year, number) = month.before(count * step).components
        return name(year, (number + count - 1) / count)
      }
    }
    return months + ended(3) { "\(year($0))-Q\($1)" } + ended(6) { "\(year($0))-H\($1)" }
      + ended(12) { year, _ in self.year(year) }
  }

  private static func year(_ number: Int) -> String { String("000\(number)".suffix(4)) }
}

/// The choice, how the report stands, what proves it, and its figures.
let reportTemplate = """
  <form class="choice" action="/report" method="get">
  <div class="pair"><label for="period">{{#vi}}Kỳ{{/vi}}{{#en}}Period{{/en}}</label>
  <select id="period" name="period">
  {{#page.periods}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/page.periods}}
  </select></div>
  {{#en}}<input type="hidden" name="lang" value="en">{{/en}}
  <button>{{#vi}}Lập báo cáo{{/vi}}{{#en}}Make the report{{/en}}</button>
  </form>
  {{^page.isChosen}}<p>{{#vi}}Báo cáo được lập từ nhật ký, tính lại từ đầu: với nhật ký lớn mất nhiều thời gian. Báo cáo đã lập được giữ đến hết ngày.{{/vi}}{{#en}}A report is made from the log folded anew, which takes a while where the log is long. One that was made is kept for the day.{{/en}}</p>{{/page.isChosen}}
  {{#page.isChosen}}<p><strong>{{page.period}}</strong>.
  {{#page.standing.isWaiting}}<span class="badge near">{{#vi}}Đang chờ lập báo cáo{{/vi}}{{#en}}About to be made{{/en}}</span>{{/page.standing.isWaiting}}
  {{#page.standing.making}}<span class="badge near">{{#vi}}Đang lập: {{.}} sự kiện đã tính{{/vi}}{{#en}}Being made: {{.}} events folded{{/en}}</span>{{/page.standing.making}}
  {{#page.standing.hasFailed}}<span class="badge bad">{{#vi}}Không lập được báo cáo; nhật ký hệ thống cho biết lý do. Mở lại trang để thử lại.{{/vi}}{{#en}}It could not be made; the system's journal says why. Open the page again to try again.{{/en}}</span>{{/page.standing.hasFailed}}
  {{^page.proof}}{{#vi}}Hãy mở lại trang sau giây lát.{{/vi}}{{#en}}Open the page again in a moment.{{/en}}{{/page.proof}}
  {{#page.proof}}{{#vi}}Theo những gì đã ghi nhận đến{{/vi}}{{#en}}As known by what was recorded until{{/en}} <time datetime="{{known.machine}}">{{known.human}}</time>.{{/page.proof}}</p>{{/page.isChosen}}
  {{#page.proof}}
  <h2 id="proof">{{#vi}}Tệp và cách kiểm tra{{/vi}}{{#en}}Files, and how to check them{{/en}}</h2>
  <p>{{#vi}}Tệp HTML để in trên khổ A4; CSV và JSON có cùng số liệu.{{/vi}}{{#en}}The HTML file prints on A4; CSV and JSON have the same figures.{{/en}}</p>
  <ul>{{#files}}<li><a href="{{href}}" download>{{label}}</a></li>{{/files}}</ul>
  <p>{{#vi}}Lập từ nhật ký có {{events}} sự kiện, sự kiện cuối số {{last}}; SHA-256:{{/vi}}{{#en}}Made from a log of {{events}} events, the last one number {{last}}; SHA-256:{{/en}} <span class="code">{{digest}}</span>.
  {{#vi}}Kiểm tra trên máy chủ:{{/vi}}{{#en}}To check on the server:{{/en}} <span class="code">dossierctl report verify {{paper}}</span></p>
  {{/page.proof}}
  {{>figure-tables}}

  """
