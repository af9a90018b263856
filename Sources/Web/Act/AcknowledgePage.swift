import Dossiers
import Hummingbird
import Store

/// `/acknowledge?token=`: a mail's link shows the alert, and a button says that it is in hand. Looking changes nothing, as
/// mail scanners look.
struct AcknowledgePage: Sendable {
  let site: Site
  let pages: Pages

  /// What the page shows.
  struct Model {
    let token: String
    let alert: [AlertRow]
    let person: String
  }

  func add(to router: RouterGroup<WebContext>) {
    router.get("acknowledge") { request, context in
      let token = request.uri.queryParameters.get("token") ?? ""
      let right = try right(of: token, context)
      let language = Language(request)
      let line = try await site.store.alert(right.alert)
      let row = line.map { AlertRow($0, site.registry(), now: site.now(), language) }
      return try pages.render(
        .acknowledge, Model(token: token, alert: [row].compactMap(\.self), person: right.person),
        title: Phrase("Xác nhận đang xử lý", "Take an alert in hand"), request, context)
    }
    router.post("acknowledge") { request, context in
      let right = try right(of: context.form?["token"] ?? "", context)
      return try await acknowledge(right.alert, step: right.step, by: right.person, request, context)
    }
    router.post("alerts/:number/acknowledge") { request, context in
      let viewer = try context.visit.actor(\.mayAcknowledge)
      let line = try await context.parameters.get("number", as: Int64.self).asyncMap { try await site.store.alert($0) }
      guard let line = line ?? nil, viewer.sees(line.origin, in: site.registry()) else { throw RequestError.noSuchPage }
      return try await acknowledge(line.id, step: nil, by: "reader/\(viewer.name)", request, context)
    }
  }

  private func right(of token: String, _ context: WebContext) throws -> AcknowledgeRight {
    guard site.limits.tokensOfAddress.take(RateLimit.key(ofAddress: context.visit.address), at: site.now()) else {
      throw RequestError.tooMany
    }
    do {
      return try site.desk.right(of: token, at: site.now())
    } catch {
      throw RequestError.badLink(error)
    }
  }

  private func acknowledge(
    _ alert: Int64, step: Int?, by person: String, _ request: Request, _ context: WebContext
  ) async throws -> Response {
    let outcome = try await site.desk.acknowledge(alert, step: step, by: person, at: site.now())
    return try pages.render(
      .done, DoneModel(outcome.words[Language(request)], isDone: outcome.isDone, back: "/alerts", context),
      title: outcome.title, request, context, status: outcome.isDone ? .ok : .conflict)
  }
}

extension Optional {
  /// What `transform` makes of it.
  fileprivate func asyncMap<Value>(_ transform: (Wrapped) async throws -> Value) async rethrows -> Value? {
    guard let self else { return nil }
    return try await transform(self)
  }
}

extension Acknowledgement {
  fileprivate var isDone: Bool {
    switch self {
    case .held, .alreadyHeld: true
    case .boundReached, .notStanding: false
    }
  }

  fileprivate var title: Phrase {
    isDone ? Phrase("Đã ghi nhận", "Noted") : Phrase("Không ghi nhận được", "Not noted")
  }

  fileprivate var words: Phrase {
    switch self {
    case .held(let until):
      Phrase(
        "Cảnh báo đã có người xử lý; không nhắc lại, không chuyển cấp trước \(Moment(until, .vi).human).",
        "The alert is in hand; it is not told again, nor climbs, before \(Moment(until, .en).human).")
    case .alreadyHeld(let person, let until):
      Phrase(
        "\(person) đã nhận xử lý, đến \(Moment(until, .vi).human).",
        "\(person) has it in hand already, until \(Moment(until, .en).human).")
    case .boundReached:
      Phrase(
        "Cảnh báo đã được hoãn lâu nhất có thể; cần giải quyết.",
        "The alert was held back for as long as may be; it has to be dealt with.")
    case .notStanding:
      Phrase(
        "Cảnh báo này không còn, hoặc đã chuyển lên cấp khác.",
        "This alert stands no more, or has climbed since.")
    }
  }
}

/// What came of something that was asked for.
struct DoneModel {
  let words: String
  let tone: String
  let back: [String]

  init(_ words: String, isDone: Bool, back: String, _ context: WebContext) {
    self.words = words
    tone = isDone ? "good" : "near"
    self.back = context.visit.viewer == nil ? [] : [back]
  }
}

/// What came of it.
let doneTemplate = """
  <p class="problem {{page.tone}}" role="status">{{page.words}}</p>
  {{#page.back}}<p><a href="{{.}}{{query}}">{{#vi}}Trở lại{{/vi}}{{#en}}Back{{/en}}</a></p>{{/page.back}}

  """

/// The alert of a link, and the button.
let acknowledgeTemplate = """
  {{^page.alert}}<p>{{#vi}}Cảnh báo này không còn.{{/vi}}{{#en}}This alert is no more.{{/en}}</p>{{/page.alert}}
  {{#page.alert}}
  <dl class="facts">
  <div><dt>{{#vi}}Cảnh báo{{/vi}}{{#en}}Alert{{/en}}</dt><dd><span class="badge {{tone}}">{{kind}}</span> {{state}}</dd></div>
  <div><dt>{{#vi}}Về{{/vi}}{{#en}}About{{/en}}</dt><dd>{{matter}} {{#codes}}<span class="code">{{.}}</span> {{/codes}}{{#items}}<span class="code">{{.}}</span>{{/items}}</dd></div>
  <div><dt>{{#vi}}Từ lúc{{/vi}}{{#en}}Since{{/en}}</dt><dd><time datetime="{{sinceMachine}}">{{sinceHuman}}</time></dd></div>
  {{#due}}<div><dt>{{#vi}}Hạn{{/vi}}{{#en}}Due{{/en}}</dt><dd><time datetime="{{machine}}">{{human}}</time></dd></div>{{/due}}
  {{#held}}<div><dt>{{#vi}}Đang xử lý đến{{/vi}}{{#en}}In hand until{{/en}}</dt><dd><time datetime="{{machine}}">{{human}}</time></dd></div>{{/held}}
  </dl>
  {{#isStanding}}
  <p>{{#vi}}Khi xác nhận, cảnh báo không được nhắc lại và không chuyển cấp trong một thời gian. Ghi nhận dưới tên{{/vi}}{{#en}}Once it is in hand, the alert is not told again and does not climb for a while. It is noted under{{/en}} <span class="code">{{page.person}}</span>.</p>
  <form action="/acknowledge{{query}}" method="post">
  <input type="hidden" name="seal" value="{{seal}}">
  <input type="hidden" name="token" value="{{page.token}}">
  <button class="main">{{#vi}}Tôi đang xử lý{{/vi}}{{#en}}I have it in hand{{/en}}</button>
  </form>
  {{/isStanding}}
  {{/page.alert}}

  """
