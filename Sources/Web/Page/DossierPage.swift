import Dossiers
import Hummingbird
import Store

/// `/dossiers/{code}`: all that is to be said of one dossier now; `/dossiers?code=` leads there.
struct DossierPage: Sendable {
  let site: Site
  let pages: Pages

  func add(to router: RouterGroup<WebContext>) {
    router.get("dossiers") { request, context in
      _ = try context.visit.viewer(in: .dossiers)
      let text = request.uri.queryParameters.get("code") ?? ""
      guard let code = DossierCode(text.filter { !$0.isWhitespace }) else { throw RequestError.badCode(text) }
      return Response.redirect(to: "/dossiers/\(code)\(Language(request).query)")
    }
    router.get("dossiers/:code") { request, context in
      let language = Language(request)
      let (code, found) = try await site.dossier(request, context)
      let registry = site.registry()
      let events = try await found.store.events(of: code).map {
        EventRow($0, lateBeyond: site.source.lateBound, registry, language)
      }
      let told = ToldRow.rows(
        try await found.store.histories(of: code), registry, withAddresses: context.visit.seesAddresses, language)
      return try pages.render(
        .dossier, DossierModel(found, events: events, told: told, registry: registry, language),
        title: Phrase("Hồ sơ \(code)", "Dossier \(code)"), request, context)
    }
  }
}

extension Site {
  /// The report on the dossier that a request's path names, as far as whoever looks may see it; that it was looked at is
  /// kept. One that may not be seen is answered as one that nobody has heard of.
  func dossier(_ request: Request, _ context: WebContext) async throws -> (DossierCode, Found<ExplainedReport>) {
    let viewer = try context.visit.viewer(in: .dossiers)
    let text = context.parameters.get("code") ?? ""
    guard let code = DossierCode(text) else { throw RequestError.badCode(text) }
    let now = now()
    guard let found = try await find({ try await $0.explanations(of: code, at: now) }),
      viewer.sees(found.value.report.origin, in: registry())
    else { throw RequestError.unknownDossier(code) }
    try await noteLook(at: [code], request, context)
    return (code, found)
  }
}
