import Dossiers
import Hummingbird
import Store

/// `/api/v1`: what the pages show, as JSON, for the same people.
struct API: Sendable {
  let site: Site

  func add(to router: RouterGroup<WebContext>) {
    let api = router.group("api/v1")
    api.get("openapi.yaml") { _, _ in
      Response.text(
        String(decoding: PackageResources.openapi_yaml, as: UTF8.self), type: "application/yaml; charset=utf-8")
    }
    api.get("overview") { _, context in
      let viewer = try context.visit.viewer(in: .overview)
      return try Response.json(OverviewEntry(try await site.overview(for: viewer, context.logger), site.registry()))
    }
    api.get("alerts") { request, context in
      let viewer = try context.visit.viewer(in: .alerts)
      let paging = Paging(request, size: AlertsPage.size)
      let lines = try await site.store.alerts(try site.alerts(request, for: viewer, paging))
      let (registry, now) = (site.registry(), site.now())
      return try Response.json(
        Page(lines.map { AlertEntry($0, registry, now: now) }, size: paging.size))
    }
    api.get("dossiers/:code") { request, context in
      try Response.json(DossierEntry(try await site.dossier(request, context).1))
    }
    api.get("dossiers/:code/notices") { request, context in
      let (code, found) = try await site.dossier(request, context)
      return try Response.json(
        ToldHistory(code, try await found.store.histories(of: code), withAddresses: context.visit.seesAddresses))
    }
    api.get("items/:item") { request, context in
      try Response.json(ItemEntry(try await site.item(request, context).1, now: site.now()))
    }
    api.get("adoption") { request, context in
      try Response.json(AdoptionEntry(try site.adoption(request, context), on: try site.day(request)))
    }
    api.get("figures") { request, context in
      try Response.json(FiguresEntry(try await site.figures(request, context)))
    }
    api.get("report") { request, context -> Response in
      _ = try context.visit.viewer(in: .report)
      guard let period = try site.reportPeriod(request) else { throw RequestError.badPeriod("") }
      switch await site.reportBook.answer(period, logger: context.logger) {
      case .made(let report):
        return Response.text(String(decoding: report.json, as: UTF8.self), type: "application/json")
      case .failed: throw RequestError.storeFailed
      case .making(let events):
        var response = try Response.json(ReportProgressEntry(state: "making", events: events), status: .accepted)
        response.headers[.retryAfter] = "60"
        return response
      }
    }
    api.get("agencies") { request, context in
      let entries = try await site.agencies(request, context)
      let paging = Paging(request, size: 50)
      return try Response.json(Page(all: entries.map(AgencyAnswer.init), paging))
    }
    api.get("procedures") { request, context in
      let entries = try site.procedures(request, context)
      let paging = Paging(request, size: 50)
      return try Response.json(Page(all: entries.map(ProcedureAnswer.init), paging))
    }
    api.get("offices") { request, context in
      let entries = try await site.offices(request, context)
      let paging = Paging(request, size: 100)
      return try Response.json(Page(all: entries.map { OfficeAnswer($0, withDevices: false) }, paging))
    }
    api.get("offices/:code") { _, context in
      let entry = try await site.office(context)
      let scans = await site.scans(of: entry.code, context.logger)
      return try Response.json(OfficeAnswer(entry, withDevices: true, scans: scans))
    }
    api.get("parked") { request, context in
      let messages = try await site.parked(request, context)
      return try Response.json(
        Page(messages.map { ParkedAnswer($0, withBody: false) }, size: ParkedPages.size))
    }
    api.get("parked/:number") { _, context in
      try Response.json(ParkedAnswer(try await site.parkedOne(context).1, withBody: true))
    }
  }
}

/// How far a report has come.
struct ReportProgressEntry: Encodable {
  let state: String
  /// Those that are folded.
  let events: Int
}

/// A part of a list.
struct Page<Entry: Encodable>: Encodable {
  let entries: [Entry]
  /// Whether there are more behind it.
  let more: Bool

  /// The first `size` of `entries`, which has one more where there are more.
  init(_ entries: [Entry], size: Int) {
    self.entries = Array(entries.prefix(size))
    more = entries.count > size
  }

  /// A part of a whole list.
  init(all entries: [Entry], _ paging: Paging) {
    self.entries = paging.part(of: entries)
    more = entries.count > paging.offset + paging.size
  }
}
