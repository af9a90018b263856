import Dossiers
import Hummingbird
import Store

/// `/agencies`: the agencies, with how many alerts stand against each.
struct AgenciesPage: Sendable {
  let site: Site
  let pages: Pages

  /// An agency.
  struct Line {
    let code: String
    let name: String
    let level: String
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
          alerts: Number.words(entry.standing, language), hasAlerts: entry.standing > 0,
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
}

extension Site {
  /// The agencies that whoever looks may see and whose name or code is asked for, those with most alerts first.
  func agencies(_ request: Request, _ context: WebContext) async throws -> [AgencyEntry] {
    let viewer = try context.visit.viewer(in: .agencies)
    let registry = registry()
    let search = NameSearch(request)
    let standing = try await store.standingAlerts()
    return registry.agencies.filter { code, agency in
      viewer.sees(code, in: registry) && search.finds(agency.name + " " + code.text)
    }.map { AgencyEntry(code: $0.key, agency: $0.value, standing: standing[$0.key] ?? 0) }
      .sorted { ($1.standing, $0.code) < ($0.standing, $1.code) }
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
  <table>
  <caption id="list">{{#vi}}Cơ quan, nhiều cảnh báo trước{{/vi}}{{#en}}Agencies, those with most alerts first{{/en}}</caption>
  <thead><tr><th scope="col">{{#vi}}Cơ quan{{/vi}}{{#en}}Agency{{/en}}</th><th scope="col">{{#vi}}Cấp{{/vi}}{{#en}}Level{{/en}}</th><th scope="col" class="number">{{#vi}}Cảnh báo{{/vi}}{{#en}}Alerts{{/en}}</th></tr></thead>
  <tbody>
  {{#page.rows}}
  <tr><th scope="row"><span lang="vi">{{name}}</span> <small class="code">{{code}}</small>
  {{#successor}}<small>{{#vi}}Nay thuộc{{/vi}}{{#en}}Now with{{/en}} <span lang="vi">{{.}}</span></small>{{/successor}}</th>
  <td>{{level}}</td>
  <td class="number">{{#hasAlerts}}<a href="/alerts?agency={{code}}{{also}}">{{alerts}}</a>{{/hasAlerts}}{{^hasAlerts}}{{alerts}}{{/hasAlerts}}</td></tr>
  {{/page.rows}}
  </tbody>
  </table>
  </div>
  {{/page.hasRows}}
  {{>paging}}

  """
