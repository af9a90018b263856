import Dossiers
import HTTPTypes
import Hummingbird
import Mustache

/// The pages' templates, parsed once.
struct Pages: Sendable {
  /// The pages there are.
  enum Name: String, CaseIterable {
    case overview, alerts, dossier, item, agencies, procedures, offices, office, parked, parkedOne, acknowledge, done
    case adoption, figures, report, login, lookup, error

    var template: String {
      switch self {
      case .overview: overviewTemplate
      case .alerts: alertsTemplate
      case .dossier: dossierTemplate
      case .item: itemTemplate
      case .agencies: agenciesTemplate
      case .procedures: proceduresTemplate
      case .offices: officesTemplate
      case .office: officeTemplate
      case .parked: parkedTemplate
      case .parkedOne: parkedOneTemplate
      case .acknowledge: acknowledgeTemplate
      case .done: doneTemplate
      case .adoption: adoptionTemplate
      case .figures: figuresTemplate
      case .report: reportTemplate
      case .login: loginTemplate
      case .lookup: lookupTemplate
      case .error: errorTemplate
      }
    }

    /// Whether it shows what changes by itself.
    var isLive: Bool {
      [.overview, .alerts, .offices, .office, .figures, .report].contains(self)
    }
  }

  private static let parts = [
    "layout": layoutTemplate, "alert-table": alertTableTemplate, "paging": pagingTemplate,
    "deadline-table": deadlineTableTemplate, "event-table": eventTableTemplate,
    "adoption-table": adoptionTableTemplate, "told-table": toldTableTemplate, "rhythm": rhythmTemplate,
    "figure-tables": figureTablesTemplate, "figure-comparison": figureComparisonTemplate,
  ]

  private let library: MustacheLibrary

  /// Parses all templates.
  /// - Throws: `WebError` where one does not parse.
  init() throws(WebError) {
    MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
    var library = MustacheLibrary()
    for (name, template) in Pages.parts { try Pages.register(template, name, in: &library) }
    for name in Name.allCases {
      let page = "{{<layout}}{{$content}}\n\(name.template){{/content}}{{/layout}}"
      try Pages.register(page, name.rawValue, in: &library)
    }
    self.library = library
  }

  private static func register(
    _ template: String, _ name: String, in library: inout MustacheLibrary
  ) throws(WebError) {
    do {
      try library.register("{{% CONTENT_TYPE:\(HTMLText.name)}}\(template)", named: name)
    } catch {
      throw .badTemplate(page: name, why: "\(error)")
    }
  }

  /// The page `name` of `model`, which its template knows as `page`.
  func render(
    _ name: Name, _ model: Any, title: Phrase, _ request: Request, _ context: WebContext,
    status: HTTPResponse.Status = .ok
  ) throws -> Response {
    let language = Language(request)
    let visit = context.visit
    let isStill = request.uri.queryParameters.get("refresh") == "off"
    let navigation =
      visit.viewer.map { Navigation.links(for: $0.role, at: request.uri.path, language) } ?? []
    let viewer = visit.viewer.flatMap { $0 == Visit.anybody ? nil : Who($0, visit.proof, language) }
    let values: [String: Any] = [
      "page": model, "title": title[language], "vi": language == .vi, "en": language == .en,
      "lang": language.rawValue, "query": language.query, "also": language == .vi ? "" : "&lang=en",
      "other": Address.same(request, but: ("lang", language == .vi ? "en" : "vi")), "seal": visit.seal,
      "navigation": navigation, "hasNavigation": !navigation.isEmpty, "mayFind": !navigation.isEmpty,
      "viewer": viewer.map { [$0] } ?? [], "refresh": name.isLive && !isStill ? ["60"] : [],
      "isStill": name.isLive && isStill,
      "still": Address.of(
        request.uri.path, request.uri.queryParameters.map { (String($0.key), String($0.value)) } + [("refresh", "off")]),
      "moving": Address.same(request),
    ]
    guard let html = library.render(values, withTemplate: name.rawValue) else { throw RequestError.broken }
    return .text(html, status: status, type: "text/html; charset=utf-8")
  }

  /// Who looks, as the head of a page says it.
  private struct Who {
    let name: String
    let role: String
    let canLogOut: Bool

    init(_ viewer: Viewer, _ proof: Visit.Proof, _ language: Language) {
      name = viewer.name
      role = viewer.role.words[language]
      canLogOut = proof != .proxy
    }
  }
}

extension Viewer.Role {
  var words: Phrase {
    switch self {
    case .lead: Phrase("phụ trách cơ quan", "agency lead")
    case .post: Phrase("bưu điện", "post")
    case .inspector: Phrase("thanh tra", "inspector")
    case .administrator: Phrase("quản trị", "administrator")
    }
  }
}
