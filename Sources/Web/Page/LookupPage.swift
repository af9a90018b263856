import Dossiers
import Hummingbird
import Store

/// `/lookup`: a citizen asks where one dossier stands, by its code and an item of it together. Nothing else is told, and
/// the answer is the same whichever of the two is wrong.
struct LookupPage: Sendable {
  let site: Site
  let pages: Pages

  /// What the page shows.
  struct Model {
    var code = ""
    var item = ""
    var found: [Standing] = []
    var isUnknown = false
  }

  /// Where the dossier stands.
  struct Standing {
    let stage: String
    let itemStage: String
    let now: Moment
  }

  func add(to router: RouterGroup<WebContext>) {
    router.get("lookup") { request, context in try page(Model(), request, context) }
    router.post("lookup") { request, context in
      guard let form = context.form else { throw RequestError.badForm }
      let now = site.now()
      let text = form["code"].filter { !$0.isWhitespace }.uppercased()
      guard site.limits.lookupsOfAddress.take(RateLimit.key(ofAddress: context.visit.address), at: now),
        site.limits.lookupsOfCode.take(String(text.prefix(64)), at: now)
      else { throw RequestError.tooMany }
      var model = Model(code: String(text.prefix(64)), item: String(form["item"].prefix(64)))
      if let found = try await find(text, form["item"], at: now, Language(request)) {
        model.found = [found]
      } else {
        model.isUnknown = true
      }
      return try page(model, request, context)
    }
  }

  private func find(_ code: String, _ item: String, at now: Instant, _ language: Language) async throws -> Standing? {
    guard let code = DossierCode(code), let item = ItemID(item, domestic: site.source.itemForms),
      let report = try await site.find({ try await $0.report(on: code, at: now) })?.value, let stage = report.stage,
      let carried = report.items.last(where: { $0.item == item })
    else { return nil }
    return Standing(
      stage: stage.words[language], itemStage: carried.stage.words[language], now: Moment(now, language))
  }

  private func page(_ model: Model, _ request: Request, _ context: WebContext) throws -> Response {
    try pages.render(.lookup, model, title: Phrase("Tra cứu hồ sơ", "State of a dossier"), request, context)
  }
}

/// The form, and what was found.
let lookupTemplate = """
  {{#page.found}}
  <section aria-labelledby="found">
  <h2 id="found">{{#vi}}Kết quả{{/vi}}{{#en}}Result{{/en}}</h2>
  <dl class="facts" role="status">
  <div><dt>{{#vi}}Hồ sơ{{/vi}}{{#en}}Dossier{{/en}}</dt><dd><strong>{{stage}}</strong> <span class="code">{{page.code}}</span></dd></div>
  <div><dt>{{#vi}}Bưu gửi{{/vi}}{{#en}}Item{{/en}}</dt><dd>{{itemStage}}</dd></div>
  {{#now}}<div><dt>{{#vi}}Tính đến{{/vi}}{{#en}}As of{{/en}}</dt><dd><time datetime="{{machine}}">{{human}}</time></dd></div>{{/now}}
  </dl>
  </section>
  {{/page.found}}
  {{#page.isUnknown}}
  <p class="problem near" role="alert" id="unknown">{{#vi}}Không có hồ sơ nào với mã và số hiệu bưu gửi này. Hãy kiểm tra lại cả hai trên biên nhận.{{/vi}}{{#en}}There is no dossier with this code and item. Check both on the receipt.{{/en}}</p>
  {{/page.isUnknown}}
  <p>{{#vi}}Nhập mã hồ sơ và số hiệu bưu gửi ghi trên biên nhận của bưu cục.{{/vi}}{{#en}}Give the dossier's code and the item's identifier as on the post office's receipt.{{/en}}</p>
  <form class="fields" action="/lookup{{query}}" method="post">
  <input type="hidden" name="seal" value="{{seal}}">
  <label for="code">{{#vi}}Mã hồ sơ{{/vi}}{{#en}}Dossier code{{/en}}</label>
  <input id="code" name="code" value="{{page.code}}" required maxlength="64" autocomplete="off" spellcheck="false" placeholder="X99.101-260302-0001"{{#page.isUnknown}} aria-describedby="unknown"{{/page.isUnknown}}>
  <label for="item">{{#vi}}Số hiệu bưu gửi{{/vi}}{{#en}}Item{{/en}}</label>
  <input id="item" name="item" value="{{page.item}}" required maxlength="64" autocomplete="off" spellcheck="false" placeholder="EA123456785VN"{{#page.isUnknown}} aria-describedby="unknown"{{/page.isUnknown}}>
  <button>{{#vi}}Xem{{/vi}}{{#en}}Show{{/en}}</button>
  </form>

  """
