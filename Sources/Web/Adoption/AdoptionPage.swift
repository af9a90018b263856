import Dossiers
import Hummingbird

/// `/adoption`: what share of the procedures the post serves on a day, against the plan's targets.
struct AdoptionPage: Sendable {
  let site: Site
  let pages: Pages

  func add(to router: RouterGroup<WebContext>) {
    router.get("adoption") { request, context in
      let language = Language(request)
      let day = try site.day(request)
      let model = AdoptionModel(
        try site.adoption(request, context), on: day, today: LocalDate(site.now()), Paging(request, size: 50), request,
        language)
      return try pages.render(
        .adoption, model, title: Phrase("Thủ tục qua bưu chính", "Procedures by post"), request, context)
    }
  }
}

/// What the page shows.
struct AdoptionModel {
  /// A map with its table beside it.
  struct Drawing {
    /// What names the map.
    let titleID: String
    let svg: String
    let tables: [AdoptionTable]
  }

  let on: String
  let today: String
  let dayHuman: String
  let hasRegister: Bool
  let isByLapsed: Bool
  let levels: [AdoptionTable]
  let drawings: [Drawing]
  let agencies: [AdoptionTable]
  let paging: [Paging.Links]
  let trend: [AdoptionTable]

  init(
    _ report: AdoptionReport?, on day: LocalDate, today: LocalDate, _ paging: Paging, _ request: Request,
    _ language: Language
  ) {
    on = day.description
    self.today = today.description
    dayHuman = language == .vi ? day.vietnamese : day.description
    hasRegister = report != nil
    isByLapsed = report?.adoption.count().isByLapsed ?? false
    levels = report.map { [AdoptionModel.levels($0, language)] } ?? []
    drawings = report.map { $0.isWhole ? AdoptionModel.drawings($0, language) : [] } ?? []
    let rows = report.map { AdoptionModel.agencies($0, language) } ?? []
    agencies =
      report == nil
      ? []
      : [
        AdoptionTable(
          "agencies", Phrase("Theo cơ quan, và còn thiếu gì", "By agency, and what is missing"),
          Phrase("Thiếu nhiều nhất trước", "Those that lack most first"), head: Phrase("Cơ quan", "Agency"),
          paging.part(of: rows), language)
      ]
    self.paging = [paging.links(request, hasMore: rows.count > paging.offset + paging.size)].filter(\.isNeeded)
    trend = report.map { [AdoptionModel.trend($0, language)] } ?? []
  }

  private static func levels(_ report: AdoptionReport, _ language: Language) -> AdoptionTable {
    let levels = report.adoption.byLevel()
    let all = AdoptionTable.Row(Phrase("Tất cả", "All")[language], report.adoption.count(), language)
    return AdoptionTable(
      "levels", Phrase("Theo cấp", "By level"),
      Phrase(
        "Thủ tục của từng cơ quan, không kể thủ tục không phù hợp",
        "The procedures of each agency, those that are not suitable left out"), head: Phrase("Cấp", "Level"),
      levels.map { .init($0.level.words[language].withFirstCapital, $0.count, language) }
        + (levels.count > 1 ? [all] : []), language)
  }

  private static func drawings(_ report: AdoptionReport, _ language: Language) -> [Drawing] {
    let (adoption, book) = (report.adoption, report.book)
    guard !book.communes.isEmpty else { return [] }
    let districts = ProvinceMap(districtsOf: adoption, communes: book.communes, registry: book.registry)
    let communes = ProvinceMap(communesOf: adoption, communes: book.communes, registry: book.registry)
    let table = { (map: ProvinceMap, heading: Phrase, caption: Phrase, head: Phrase) in
      AdoptionTable(
        "map-\(map.name)", heading, caption, head: head,
        map.areas.enumerated().map {
          .init($0.element.name, number: $0.offset + 1, isVietnamese: true, $0.element.count, language)
        }, language)
    }
    return [
      Drawing(
        titleID: districts.titleID, svg: districts.svg(language),
        tables: [
          table(
            districts, Phrase("Theo địa bàn huyện", "By district"),
            Phrase("Cơ quan cấp huyện và cấp xã của địa bàn", "The district's own agency and its communes"),
            Phrase("Địa bàn", "District"))
        ]),
      Drawing(
        titleID: communes.titleID, svg: communes.svg(language),
        tables: [
          table(
            communes, Phrase("Theo xã, phường hiện nay", "By commune of today"),
            Phrase(
              "Số trên bản đồ là số thứ tự ở đây. Trước tháng 7/2025: các xã cũ đã nhập vào",
              "A number on the map is the one here. Before July 2025: the communes that went into it"),
            Phrase("Xã, phường", "Commune"))
        ]),
    ]
  }

  private static func agencies(_ report: AdoptionReport, _ language: Language) -> [AdoptionTable.Row] {
    let registry = report.book.registry
    let row = { (agency: AgencyCode, count: AdoptionCount, open: [Offer]) in
      AdoptionTable.Row(
        registry.agencies[agency]?.name ?? agency.text, code: agency.text, isVietnamese: true, count,
        open: open.map {
          AdoptionTable.Open(
            procedure: registry.procedures[$0.procedure]?.name ?? "", procedureCode: $0.procedure.text,
            standing: $0.standing.words[language])
        }, language)
    }
    let lacking = Set(report.shortfalls.map(\.agency))
    return report.shortfalls.map { row($0.agency, $0.count, $0.open) }
      + report.adoption.byAgency().filter { !lacking.contains($0.agency) }.map { row($0.agency, $0.count, []) }
  }

  private static func trend(_ report: AdoptionReport, _ language: Language) -> AdoptionTable {
    AdoptionTable(
      "trend", Phrase("Diễn biến", "Trend"),
      Phrase("Cuối mỗi tháng trong một năm, mới nhất trước", "At each month's end of a year, the newest first"),
      head: Phrase("Ngày", "Day"),
      report.trend.reversed().map { day, count in
        .init(language == .vi ? day.vietnamese : day.description, count, language)
      }, language)
  }
}

extension String {
  /// The same, as it stands at the head of a row.
  var withFirstCapital: String { prefix(1).uppercased() + dropFirst() }
}

/// The day's choice, then levels, maps, agencies and the trend.
let adoptionTemplate = """
  <form class="choice" action="/adoption" method="get">
  <div class="pair"><label for="on">{{#vi}}Ngày{{/vi}}{{#en}}Day{{/en}}</label>
  <input id="on" name="on" type="date" value="{{page.on}}"></div>
  {{#en}}<input type="hidden" name="lang" value="en">{{/en}}
  <button>{{#vi}}Xem{{/vi}}{{#en}}Show{{/en}}</button>
  <a href="/adoption{{query}}">{{#vi}}Hôm nay{{/vi}}{{#en}}Today{{/en}}</a>
  </form>
  <p><strong>{{#vi}}Ngày{{/vi}}{{#en}}On{{/en}} <time datetime="{{page.on}}">{{page.dayHuman}}</time></strong></p>
  {{^page.hasRegister}}
  <p>{{#vi}}Chưa có danh mục thủ tục (registry/services.csv), nên chưa có số liệu.{{/vi}}{{#en}}No register of procedures is kept (registry/services.csv), so there is nothing to count.{{/en}}</p>
  {{/page.hasRegister}}
  {{#page.levels}}{{>adoption-table}}{{/page.levels}}
  {{#page.isByLapsed}}
  <p><small>{{#vi}}* Chỉ tiêu đã hết hiệu lực, tạm dùng để so sánh cho đến khi có kế hoạch mới (targets.csv).{{/vi}}{{#en}}* The target is in force no more, and stands in until a later plan is added (targets.csv).{{/en}}</small></p>
  {{/page.isByLapsed}}
  {{#page.drawings}}
  <div class="beside"><div class="drawing" role="region" tabindex="0" aria-labelledby="{{titleID}}">{{{svg}}}</div><div>{{#tables}}{{>adoption-table}}{{/tables}}</div></div>
  {{/page.drawings}}
  {{#page.agencies}}{{>adoption-table}}{{/page.agencies}}
  {{>paging}}
  {{#page.trend}}{{>adoption-table}}{{/page.trend}}

  """
