import Dossiers
import Hummingbird

/// `/procedures`: the procedures with their statutory time, and at how many agencies the post serves each.
struct ProceduresPage: Sendable {
  let site: Site
  let pages: Pages

  /// A procedure.
  struct Line {
    let code: String
    let name: String
    let field: String
    let term: String
    let law: [String]
    let served: String
  }

  func add(to router: RouterGroup<WebContext>) {
    router.get("procedures") { request, context in
      let language = Language(request)
      let entries = try site.procedures(request, context)
      let list = NamedList(entries, request, size: 50) { entry in
        let procedure = entry.procedure
        return Line(
          code: entry.code.text, name: procedure.name, field: procedure.field, term: procedure.term.words[language],
          law: [procedure.law].compactMap(\.self).map { language == .vi ? Citation.vietnamese($0) : $0 },
          served: entry.adoption.map { count in
            guard count.counted > 0 else { return Offer.Standing.unsuitable.words[language] }
            return Phrase(
              "\(Number.words(count.served, .vi)) trong \(Number.words(count.counted, .vi)) cơ quan",
              "\(Number.words(count.served, .en)) of \(Number.words(count.counted, .en)) agencies")[language]
          } ?? "–")
      }
      return try pages.render(
        .procedures, list, title: Phrase("Thủ tục hành chính", "Procedures"), request, context)
    }
  }
}

/// A procedure, with at how many agencies the post serves it.
struct ProcedureEntry: Sendable {
  let code: ProcedureCode
  let procedure: Procedure
  /// Over the agencies that whoever looks may see; nil where none has it on the register.
  let adoption: AdoptionCount?
}

extension Site {
  /// The procedures whose name, field or code is asked for, by code.
  func procedures(_ request: Request, _ context: WebContext) throws -> [ProcedureEntry] {
    let viewer = try context.visit.viewer(in: .procedures)
    let counts = adoption(on: LocalDate(now()), for: viewer)?.byProcedure() ?? [:]
    let search = NameSearch(request)
    return registry().procedures.filter { code, procedure in
      search.finds("\(procedure.name) \(procedure.field) \(code)")
    }.sorted { $0.key < $1.key }.map {
      ProcedureEntry(code: $0.key, procedure: $0.value, adoption: counts[$0.key])
    }
  }
}

extension Allowance {
  var words: Phrase {
    switch self {
    case .workingDays(0): Phrase("trong ngày", "same day")
    case .workingDays(let days):
      Phrase("\(Self.days(days, .vi)) ngày làm việc", "\(Self.days(days, .en)) working days")
    case .days(let days): Phrase("\(Self.days(days, .vi)) ngày", "\(Self.days(days, .en)) days")
    case .workingHours(let seconds): Phrase("\(seconds / 3600) giờ làm việc", "\(seconds / 3600) working hours")
    case .hours(let seconds): Phrase("\(seconds / 3600) giờ", "\(seconds / 3600) hours")
    }
  }

  private static func days(_ millionths: Int64, _ language: Language) -> String {
    let text = millionths % 1_000_000 == 0 ? "\(millionths / 1_000_000)" : "\(Double(millionths) / 1_000_000)"
    return language == .vi ? text.replacing(".", with: ",") : text
  }
}

/// The procedures.
let proceduresTemplate = """
  <form class="choice" action="/procedures" method="get">
  <label for="name">{{#vi}}Tên, lĩnh vực hoặc mã{{/vi}}{{#en}}Name, field or code{{/en}}</label>
  <input id="name" name="name" value="{{page.search}}" maxlength="64" autocomplete="off">
  {{#en}}<input type="hidden" name="lang" value="en">{{/en}}
  <button>{{#vi}}Lọc{{/vi}}{{#en}}Filter{{/en}}</button>
  </form>
  {{^page.hasRows}}<p>{{#vi}}Không có thủ tục nào.{{/vi}}{{#en}}There are no procedures.{{/en}}</p>{{/page.hasRows}}
  {{#page.hasRows}}
  <div class="scroll" role="region" tabindex="0" aria-labelledby="list">
  <table class="stack long">
  <caption id="list">{{#vi}}Thủ tục, theo mã{{/vi}}{{#en}}Procedures, by code{{/en}}</caption>
  <thead><tr><th scope="col">{{#vi}}Thủ tục{{/vi}}{{#en}}Procedure{{/en}}</th><th scope="col">{{#vi}}Lĩnh vực{{/vi}}{{#en}}Field{{/en}}</th><th scope="col">{{#vi}}Thời hạn{{/vi}}{{#en}}Term{{/en}}</th><th scope="col">{{#vi}}Qua bưu chính{{/vi}}{{#en}}By post{{/en}}</th></tr></thead>
  <tbody>
  {{#page.rows}}
  <tr><th scope="row"><span lang="vi">{{name}}</span> <small class="code">{{code}}</small></th><td lang="vi">{{field}}</td><td>{{term}}{{#law}}<small>{{.}}</small>{{/law}}</td><td data-head="{{#vi}}Qua bưu chính{{/vi}}{{#en}}By post{{/en}}">{{served}}</td></tr>
  {{/page.rows}}
  </tbody>
  </table>
  </div>
  {{/page.hasRows}}
  {{>paging}}

  """
