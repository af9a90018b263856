import Dossiers
import Hummingbird
import Store

/// `/agencies`: the agencies, with what the post serves for each and how many alerts stand against it.
struct AgenciesPage: Sendable {
  let site: Site
  let pages: Pages

  /// An agency.
  struct Line {
    let code: String
    let name: String
    let level: String
    let share: String
    let alerts: String
    let hasAlerts: Bool
    let successor: [String]
  }

  func add(to router: RouterGroup<WebContext>) {
    router.get("agencies") { request, context in
      let language = Language(request)
      let entries = try await site.agencies(request, context)
      let registry = site.registry()
      let list = NamedList(entries, request, size: 50) { entry in
        Line(
          code: entry.code.text, name: entry.agency.name, level: entry.agency.level.words[language],
          share: entry.adoption?.mark(language) ?? "–", alerts: Number.words(entry.standing, language),
          hasAlerts: entry.standing > 0,
          successor: [entry.agency.successor.flatMap { registry.agencies[$0]?.name }].compactMap(\.self))
      }
      return try pages.render(
        .agencies, list, title: Phrase("Cơ quan", "Agencies"), request, context)
    }
  }
}

/// An agency with what stands against it.
struct AgencyEntry: Sendable {
  let code: AgencyCode
  let agency: Agency
  let standing: Int
  /// What the post serves of its procedures today; nil where it has none on the register.
  let adoption: AdoptionCount?
}

extension Site {
  /// The agencies that whoever looks may see and whose name or code is asked for, those with most alerts first.
  func agencies(_ request: Request, _ context: WebContext) async throws -> [AgencyEntry] {
    let viewer = try context.visit.viewer(in: .agencies)
    let registry = registry()
    let search = NameSearch(request)
    let standing = try await store.standingAlerts()
    let adoption = adoption(on: LocalDate(now()), for: viewer)?.byAgency() ?? []
    let counts = Dictionary(adoption.map { ($0.agency, $0.count) }) { first, _ in first }
    return registry.agencies.filter { code, agency in
      viewer.sees(code, in: registry) && search.finds(agency.name + " " + code.text)
    }.map { code, agency in
      AgencyEntry(code: code, agency: agency, standing: standing[code] ?? 0, adoption: counts[code])
    }.sorted { ($1.standing, $0.code) < ($0.standing, $1.code) }
  }
}

extension Agency.Level {
  var words: Phrase {
    switch self {
    case .department: Phrase("sở, ngành", "department")
    case .central: Phrase("cơ quan trung ương", "central agency")
    case .district: Phrase("cấp huyện", "district")
    case .commune: Phrase("cấp xã", "commune")
    }
  }
}

/// The agencies.
let agenciesTemplate = """
  <form class="choice" action="/agencies" method="get">
  <label for="name">{{#vi}}Tên hoặc mã{{/vi}}{{#en}}Name or code{{/en}}</label>
  <input id="name" name="name" value="{{page.search}}" maxlength="64" autocomplete="off">
  {{#en}}<input type="hidden" name="lang" value="en">{{/en}}
  <button>{{#vi}}Lọc{{/vi}}{{#en}}Filter{{/en}}</button>
  </form>
  {{^page.hasRows}}<p>{{#vi}}Không có cơ quan nào.{{/vi}}{{#en}}There are no agencies.{{/en}}</p>{{/page.hasRows}}
  {{#page.hasRows}}
  <div class="scroll" role="region" tabindex="0" aria-labelledby="list">
  <table class="stack">
  <caption id="list">{{#vi}}Cơ quan, nhiều cảnh báo trước{{/vi}}{{#en}}Agencies, those with most alerts first{{/en}}</caption>
  <thead><tr><th scope="col">{{#vi}}Cơ quan{{/vi}}{{#en}}Agency{{/en}}</th><th scope="col">{{#vi}}Cấp{{/vi}}{{#en}}Level{{/en}}</th><th scope="col" class="number">{{#vi}}Qua bưu chính{{/vi}}{{#en}}By post{{/en}}</th><th scope="col" class="number">{{#vi}}Cảnh báo{{/vi}}{{#en}}Alerts{{/en}}</th></tr></thead>
  <tbody>
  {{#page.rows}}
  <tr><th scope="row"><a href="/figures?agency={{code}}{{also}}" lang="vi">{{name}}</a> <small class="code">{{code}}</small>
  {{#successor}}<small>{{#vi}}Nay thuộc{{/vi}}{{#en}}Now with{{/en}} <span lang="vi">{{.}}</span></small>{{/successor}}</th>
  <td>{{level}}</td>
  <td class="number" data-head="{{#vi}}Qua bưu chính{{/vi}}{{#en}}By post{{/en}}">{{share}}</td>
  <td class="number" data-head="{{#vi}}Cảnh báo{{/vi}}{{#en}}Alerts{{/en}}">{{#hasAlerts}}<a href="/alerts?agency={{code}}{{also}}">{{alerts}}</a>{{/hasAlerts}}{{^hasAlerts}}{{alerts}}{{/hasAlerts}}</td></tr>
  {{/page.rows}}
  </tbody>
  </table>
  </div>
  {{/page.hasRows}}
  {{>paging}}

  """
