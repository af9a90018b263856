import Dossiers
import Hummingbird
import Store

/// `/dossiers/{code}`: all that is to be said of one dossier now; `/dossiers?code=` leads there.
struct DossierPage: Sendable {
  let site: Site
  let pages: Pages

  func add(to router: Router<BasicRequestContext>) {
    router.get("dossiers") { request, _ in
      let text = request.uri.queryParameters.get("code") ?? ""
      guard let code = DossierCode(text.filter { !$0.isWhitespace }) else { throw RequestError.badCode(text) }
      return Response.redirect(to: "/dossiers/\(code)\(Language(request).query)")
    }
    router.get("dossiers/:code") { request, context in
      let language = Language(request)
      let report = try await site.report(context)
      let code = report.dossier?.text ?? ""
      return try pages.render(
        .dossier,
        DossierModel(
          report, events: try await events(of: report.dossier, language), registry: site.registry(), language),
        title: Phrase("Hồ sơ \(code)", "Dossier \(code)")[language], language)
    }
  }

  private func events(of code: DossierCode?, _ language: Language) async throws -> [DossierModel.EventRow] {
    guard let code else { return [] }
    return try await site.store.events(of: code).map { DossierModel.EventRow($0, lateBeyond: site.lateBound, language) }
  }
}

/// `/api/v1/dossiers/{code}`: the same report as JSON, as `dossierctl fold --json` writes it.
struct DossierAPI: Sendable {
  let site: Site

  func add(to router: Router<BasicRequestContext>) {
    router.get("api/v1/dossiers/:code") { _, context in
      try Response.json(try await site.report(context))
    }
  }
}

extension Site {
  /// The report on the dossier that a request's path names.
  fileprivate func report(_ context: BasicRequestContext) async throws -> CaseReport {
    let text = context.parameters.get("code") ?? ""
    guard let code = DossierCode(text) else { throw RequestError.badCode(text) }
    guard let report = try await store.report(on: code, at: now()) else { throw RequestError.unknownDossier(code) }
    return report
  }
}
