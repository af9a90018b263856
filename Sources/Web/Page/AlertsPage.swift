import Dossiers
import Hummingbird
import Store

/// `/alerts`: the alerts that stand, or those that are over, of a kind or an agency.
struct AlertsPage: Sendable {
  let site: Site
  let pages: Pages

  /// What the page shows.
  struct Model {
    let caption: String
    let alerts: [AlertRow]
    let hasAlerts: Bool
    let isOver: Bool
    let kinds: [Kind]
    let agency: String
    let paging: Paging.Links
  }

  /// A kind to choose.
  struct Kind {
    let value: String
    let label: String
    let isChosen: Bool
  }

  static let size = 50
  static let kinds = [
    "breach", "warning", "lost", "damaged", "silent-office", "sequence-gap", "tally-differs", "deaf",
    "mail-refused", "calendar-horizon",
  ]

  func add(to router: RouterGroup<WebContext>) {
    router.get("alerts") { request, context in
      let language = Language(request)
      let viewer = try context.visit.viewer(in: .alerts)
      let paging = Paging(request, size: Self.size)
      let selection = try site.alerts(request, for: viewer, paging)
      let lines = try await site.store.alerts(selection)
      let registry = site.registry()
      let shown = lines.prefix(Self.size).map {
        AlertRow($0, registry, now: site.now(), language, context.visit.proof == .open ? .inspector : viewer.role)
      }
      let number = shown.count
      let caption =
        selection.isStanding
        ? Phrase("\(number) cảnh báo, lâu nhất trước", "\(number) alerts, the oldest first")
        : Phrase("\(number) cảnh báo đã qua, mới nhất trước", "\(number) alerts that are over, the newest first")
      let model = Model(
        caption: caption[language], alerts: Array(shown), hasAlerts: number > 0, isOver: !selection.isStanding,
        kinds: Self.kinds.map {
          Kind(value: $0, label: AlertWords.kind($0)[language], isChosen: selection.kinds == [$0])
        }, agency: request.uri.queryParameters.get("agency") ?? "",
        paging: paging.links(request, hasMore: lines.count > Self.size))
      return try pages.render(.alerts, model, title: Phrase("Cảnh báo", "Alerts"), request, context)
    }
  }
}

extension Site {
  /// The alerts that a request asks for, as far as `viewer` may see them, and one more than a page.
  func alerts(_ request: Request, for viewer: Viewer, _ paging: Paging) throws(RequestError) -> AlertSelection {
    let query = request.uri.queryParameters
    var selection = AlertSelection(limit: paging.size + 1)
    selection.offset = paging.offset
    selection.isStanding = query.get("state") != "over"
    selection.kinds = query.get("kind").flatMap { AlertsPage.kinds.contains($0) ? [$0] : nil }
    selection.matter = viewer.role == .post ? .ofThePost : .all
    selection.origins = viewer.agencies(in: registry())
    if let text = query.get("agency"), !text.isEmpty {
      guard let agency = AgencyCode(text) else { throw .badAgency(text) }
      let asked = Viewer(name: "", role: .lead, agency: agency).agencies(in: registry()) ?? []
      selection.origins = selection.origins.map { $0.intersection(asked) } ?? asked
    }
    return selection
  }
}

/// The choice, and the alerts or that there are none.
let alertsTemplate = """
  <form class="choice" action="/alerts" method="get">
  <div class="pair"><label for="state">{{#vi}}Tình trạng{{/vi}}{{#en}}State{{/en}}</label>
  <select id="state" name="state">
  <option value="">{{#vi}}Đang cảnh báo{{/vi}}{{#en}}Standing{{/en}}</option>
  <option value="over"{{#page.isOver}} selected{{/page.isOver}}>{{#vi}}Đã qua{{/vi}}{{#en}}Over{{/en}}</option>
  </select></div>
  <div class="pair"><label for="kind">{{#vi}}Loại{{/vi}}{{#en}}Kind{{/en}}</label>
  <select id="kind" name="kind">
  <option value="">{{#vi}}Tất cả{{/vi}}{{#en}}All{{/en}}</option>
  {{#page.kinds}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/page.kinds}}
  </select></div>
  <div class="pair"><label for="agency">{{#vi}}Mã cơ quan{{/vi}}{{#en}}Agency code{{/en}}</label>
  <input id="agency" name="agency" value="{{page.agency}}" maxlength="35" autocomplete="off" spellcheck="false" placeholder="X99.101"></div>
  {{#en}}<input type="hidden" name="lang" value="en">{{/en}}
  <button>{{#vi}}Lọc{{/vi}}{{#en}}Filter{{/en}}</button>
  </form>
  {{^page.hasAlerts}}<p>{{#vi}}Không có cảnh báo nào.{{/vi}}{{#en}}There are no alerts.{{/en}}</p>{{/page.hasAlerts}}
  {{#page.hasAlerts}}
  {{>alert-table}}
  {{/page.hasAlerts}}
  {{>paging}}

  """
