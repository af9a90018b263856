import Hummingbird

/// The languages of the pages; Vietnamese unless asked otherwise.
enum Language: String, Sendable, CaseIterable {
  case vi, en

  /// The language that a request asks for with `lang`.
  init(_ request: Request) {
    self = request.uri.queryParameters.get("lang").flatMap(Language.init(rawValue:)) ?? .vi
  }

  /// What keeps the language in an address.
  var query: String { self == .vi ? "" : "?lang=\(rawValue)" }
}

/// A phrase in both languages.
struct Phrase: Sendable, Hashable {
  let vi: String
  let en: String

  init(_ vi: String, _ en: String) {
    self.vi = vi
    self.en = en
  }

  subscript(language: Language) -> String { language == .vi ? vi : en }
}
