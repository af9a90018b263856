import Dossiers
import Hummingbird
import Store

/// `/items/{item}`: one item with its uses and its way.
struct ItemPage: Sendable {
  let site: Site
  let pages: Pages

  /// What the page shows.
  struct Model {
    let isArchived: Bool
    let uses: [Use]
    let deadlines: [DeadlineRow]
    let hasDeadlines: Bool
    let events: [EventRow]
    let hasEvents: Bool
  }

  /// One use of the item.
  struct Use {
    let papers: String
    let stage: String
    let from: String
    let to: String
    let agency: String
    let accepted: Moment
    let seen: Moment
    let seenAt: String
    let codes: [String]
    let mayOpen: Bool
  }

  func add(to router: RouterGroup<WebContext>) {
    router.get("items/:item") { request, context in
      let language = Language(request)
      let (viewer, found) = try await site.item(request, context)
      let report = found.value
      let registry = site.registry()
      let office = { (code: OfficeCode) in registry.offices[code]?.name ?? code.text }
      let uses = report.uses.map { use in
        let shipment = use.shipment
        return Use(
          papers: shipment.posting.carries.words[language], stage: shipment.stage.words[language],
          from: office(shipment.office), to: office(shipment.destination),
          agency: registry.agencies[shipment.posting.agency]?.name ?? shipment.posting.agency.text,
          accepted: Moment(shipment.accepted, language), seen: Moment(shipment.lastSeen.time, language),
          seenAt: office(shipment.lastSeen.office), codes: shipment.carried.map(\.dossier.text),
          mayOpen: viewer.role.areas.contains(.dossiers))
      }
      let deadlines = report.uses.flatMap(\.deadlines).map { DeadlineRow($0, at: site.now(), language) }
      let events = report.events.map { EventRow($0, lateBeyond: site.source.lateBound, registry, language) }
      return try pages.render(
        .item,
        Model(
          isArchived: found.isArchived, uses: uses, deadlines: deadlines, hasDeadlines: !deadlines.isEmpty,
          events: events, hasEvents: !events.isEmpty),
        title: Phrase("Bưu gửi \(report.item)", "Item \(report.item)"), request, context)
    }
  }
}

extension Site {
  /// The report on the item that a request's path names, as far as whoever looks may see it: a lead only the uses that
  /// concern the agency. That the dossiers in it were looked at is kept.
  func item(_ request: Request, _ context: WebContext) async throws -> (Viewer, Found<ItemReport>) {
    let viewer = try context.visit.viewer(in: .items)
    let text = context.parameters.get("item") ?? ""
    guard let item = ItemID(text, domestic: source.itemForms) else { throw RequestError.badItem(text) }
    let now = now()
    guard let found = try await find({ try await $0.item(item, at: now) }) else { throw RequestError.unknownItem(item) }
    let all = found.value
    let registry = registry()
    let uses = all.uses.filter { viewer.sees($0.shipment.posting.agency, in: registry) }
    guard viewer.role != .lead || !uses.isEmpty else { throw RequestError.unknownItem(item) }
    let events = all.events.filter { logged in
      let use = all.uses.last { $0.shipment.accepted <= logged.event.time } ?? all.uses.first
      return use.map { viewer.sees($0.shipment.posting.agency, in: registry) } ?? (viewer.role != .lead)
    }
    let dossiers = Set(uses.flatMap { $0.shipment.carried.map(\.dossier) }).sorted()
    try await noteLook(at: dossiers, request, context)
    return (
      viewer,
      Found(
        value: ItemReport(item: item, uses: uses, events: events), store: found.store, isArchived: found.isArchived)
    )
  }
}

/// The uses, and the way.
let itemTemplate = """
  {{#page.isArchived}}
  <p>{{#vi}}Đã chuyển vào kho lưu trữ.{{/vi}}{{#en}}Moved to the archive.{{/en}}</p>
  {{/page.isArchived}}
  {{#page.uses}}
  <dl class="facts">
  <div><dt>{{#vi}}Tình trạng{{/vi}}{{#en}}State{{/en}}</dt><dd><strong>{{stage}}</strong></dd></div>
  <div><dt>{{#vi}}Giấy tờ{{/vi}}{{#en}}Papers{{/en}}</dt><dd>{{papers}}</dd></div>
  <div><dt>{{#vi}}Tuyến{{/vi}}{{#en}}Route{{/en}}</dt><dd lang="vi">{{from}} → {{to}}</dd></div>
  <div><dt>{{#vi}}Cơ quan{{/vi}}{{#en}}Agency{{/en}}</dt><dd lang="vi">{{agency}}</dd></div>
  <div><dt>{{#vi}}Nhận gửi{{/vi}}{{#en}}Accepted{{/en}}</dt><dd>{{#accepted}}<time datetime="{{machine}}">{{human}}</time>{{/accepted}}</dd></div>
  <div><dt>{{#vi}}Thấy lần cuối{{/vi}}{{#en}}Last seen{{/en}}</dt><dd>{{#seen}}<time datetime="{{machine}}">{{human}}</time>{{/seen}}, <span lang="vi">{{seenAt}}</span></dd></div>
  <div><dt>{{#vi}}Hồ sơ{{/vi}}{{#en}}Dossiers{{/en}}</dt><dd>{{#codes}}{{#mayOpen}}<a class="code" href="/dossiers/{{.}}{{query}}">{{.}}</a> {{/mayOpen}}{{^mayOpen}}<span class="code">{{.}}</span> {{/mayOpen}}{{/codes}}</dd></div>
  </dl>
  {{/page.uses}}
  {{>deadline-table}}
  {{#page.hasEvents}}
  {{>event-table}}
  {{/page.hasEvents}}

  """
