import Dossiers
import Hummingbird
import Store

/// `/alerts`: the alerts, those that stand first.
struct AlertsPage: Sendable {
  let site: Site
  let pages: Pages

  /// What the page shows.
  struct Model {
    let caption: String
    let alerts: [AlertRow]
    let hasAlerts: Bool
  }

  private static let limit = 200

  func add(to router: Router<BasicRequestContext>) {
    router.get("alerts") { request, _ in
      let language = Language(request)
      let lines = try await site.store.alerts(firingOnly: false, limit: Self.limit)
      let registry = site.registry()
      let today = LocalDate(site.now())
      let caption =
        lines.count < Self.limit
        ? Phrase("Tất cả \(lines.count) cảnh báo, đang cảnh báo trước", "All \(lines.count) alerts, firing ones first")
        : Phrase("\(Self.limit) cảnh báo đầu, đang cảnh báo trước", "The first \(Self.limit) alerts, firing ones first")
      let model = Model(
        caption: caption[language], alerts: lines.map { AlertRow($0, registry, today: today, language) },
        hasAlerts: !lines.isEmpty)
      return try pages.render(.alerts, model, title: Phrase("Cảnh báo", "Alerts")[language], language)
    }
  }
}

/// The alerts, or that there are none.
let alertsTemplate = """
  {{^page.hasAlerts}}<p>{{#vi}}Chưa có cảnh báo nào.{{/vi}}{{#en}}There are no alerts.{{/en}}</p>{{/page.hasAlerts}}
  {{#page.hasAlerts}}
  {{>alert-table}}
  {{/page.hasAlerts}}

  """
