import HTTPTypes
import Hummingbird
import Mustache

/// The pages' templates, parsed once.
struct Pages: Sendable {
  /// The pages there are.
  enum Name: String, CaseIterable {
    case overview, alerts, dossier, error

    var template: String {
      switch self {
      case .overview: overviewTemplate
      case .alerts: alertsTemplate
      case .dossier: dossierTemplate
      case .error: errorTemplate
      }
    }
  }

  private let library: MustacheLibrary

  /// Parses all templates.
  /// - Throws: `WebError` where one does not parse.
  init() throws(WebError) {
    MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
    var library = MustacheLibrary()
    let parts = ["layout": layoutTemplate, "alert-table": alertTableTemplate]
    for (name, template) in parts { try Pages.register(template, name, in: &library) }
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
    _ name: Name, _ model: Any, title: String, _ language: Language, status: HTTPResponse.Status = .ok
  ) throws -> Response {
    let values: [String: Any] = [
      "page": model, "title": title, "vi": language == .vi, "en": language == .en, "lang": language.rawValue,
      "query": language.query,
    ]
    guard let html = library.render(values, withTemplate: name.rawValue) else { throw RequestError.broken }
    return .text(html, status: status, type: "text/html; charset=utf-8")
  }
}
