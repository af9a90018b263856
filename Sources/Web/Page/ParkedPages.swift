import Dossiers
import Hummingbird
import Store

/// `/parked`: what could not be taken; `/parked/{number}`: one whole, which an administrator has tried again or thrown away.
struct ParkedPages: Sendable {
  let site: Site
  let pages: Pages

  /// What the list shows.
  struct Model {
    let rows: [Line]
    let hasRows: Bool
    let older: [String]
  }

  /// A parked message.
  struct Line {
    let id: Int64
    let recorded: Moment
    let reason: String
    let detail: String
    let from: String
  }

  /// What the page of one shows.
  struct One {
    let id: Int64
    let recorded: Moment
    let retry: [Moment]
    let reason: String
    let detail: String
    let from: String
    let body: String
    let mayDecide: Bool
  }

  static let size = 50

  func add(to router: RouterGroup<WebContext>) {
    router.get("parked") { request, context in
      let language = Language(request)
      let messages = try await site.parked(request, context)
      let rows = messages.prefix(Self.size).map { message in
        Line(
          id: message.id, recorded: Moment(message.recorded, language), reason: message.refusal.reason.words[language],
          detail: message.refusal.detail, from: message.message.routingKey)
      }
      let older =
        messages.count > Self.size ? rows.last.map { [Address.same(request, but: ("before", "\($0.id)"))] } : []
      return try pages.render(
        .parked, Model(rows: rows, hasRows: !rows.isEmpty, older: older ?? []),
        title: Phrase("Sự kiện treo", "Parked events"), request, context)
    }
    router.get("parked/:number") { request, context in
      let language = Language(request)
      let (viewer, message) = try await site.parkedOne(context)
      let model = One(
        id: message.id, recorded: Moment(message.recorded, language),
        retry: [message.retry].compactMap(\.self).map { Moment($0, language) },
        reason: message.refusal.reason.words[language], detail: message.refusal.detail,
        from: message.message.routingKey, body: message.shownBody, mayDecide: viewer.role.mayDecide)
      return try pages.render(
        .parkedOne, model, title: Phrase("Sự kiện treo số \(message.id)", "Parked event \(message.id)"), request,
        context)
    }
    router.post("parked/:number/replay") { request, context in
      let viewer = try context.visit.actor(\.mayDecide)
      let outcome = try await site.desk.replay(
        try number(context), by: "reader/\(viewer.name)", at: site.now())
      return try done(outcome.words, isDone: outcome.isDone, request, context)
    }
    router.post("parked/:number/discard") { request, context in
      let viewer = try context.visit.actor(\.mayDecide)
      let isDone = try await site.desk.discard(try number(context), by: "reader/\(viewer.name)", at: site.now())
      return try done(
        isDone ? Phrase("Đã bỏ sự kiện này.", "The event was thrown away.") : ParkedOutcome.absent.words,
        isDone: isDone, request, context)
    }
  }

  private func number(_ context: WebContext) throws -> Int64 {
    guard let number = context.parameters.get("number", as: Int64.self) else { throw RequestError.noSuchPage }
    return number
  }

  private func done(_ words: Phrase, isDone: Bool, _ request: Request, _ context: WebContext) throws -> Response {
    try pages.render(
      .done, DoneModel(words[Language(request)], isDone: isDone, back: "/parked", context),
      title: isDone ? Phrase("Đã làm", "Done") : Phrase("Chưa làm được", "Not done"), request, context,
      status: isDone ? .ok : .conflict)
  }
}

extension Site {
  /// The parked messages that a request asks for, and one more than a page.
  func parked(_ request: Request, _ context: WebContext) async throws -> [ParkedMessage] {
    _ = try context.visit.viewer(in: .parked)
    let before = request.uri.queryParameters.get("before").flatMap { Int64($0) }
    return try await store.parked(.older(before: before ?? .max, limit: ParkedPages.size + 1))
  }

  /// The parked message that a request's path names.
  func parkedOne(_ context: WebContext) async throws -> (Viewer, ParkedMessage) {
    let viewer = try context.visit.viewer(in: .parked)
    guard let number = context.parameters.get("number", as: Int64.self),
      let message = try await store.parked(.one(number)).first
    else { throw RequestError.noSuchPage }
    return (viewer, message)
  }
}

extension ParkedMessage {
  private static let mostShown = 16_384

  /// The body as text, or in hexadecimal where it is none; its beginning where it is long.
  var shownBody: String {
    let bytes = message.body.prefix(Self.mostShown)
    let rest = message.body.count > bytes.count ? "…" : ""
    let text = String(decoding: bytes, as: UTF8.self)
    if String(validating: message.body, as: UTF8.self) != nil { return text + rest }
    return bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined(separator: " ") + rest
  }
}

extension ParkedOutcome {
  fileprivate var isDone: Bool {
    switch self {
    case .taken, .duplicate: true
    case .refused, .absent: false
    }
  }

  fileprivate var words: Phrase {
    switch self {
    case .taken: Phrase("Sự kiện đã được nhận.", "The event was taken.")
    case .duplicate:
      Phrase(
        "Sự kiện này đã được nghe trước đó; bản treo đã bỏ.", "It says what was heard already; it was thrown away.")
    case .refused(let why): Phrase("Vẫn chưa nhận được: \(why)", "It still cannot be taken: \(why)")
    case .absent: Phrase("Không có sự kiện treo nào mang số này.", "There is no parked event of this number.")
    }
  }
}

/// The list.
let parkedTemplate = """
  {{^page.hasRows}}<p>{{#vi}}Không có sự kiện nào bị treo.{{/vi}}{{#en}}Nothing is parked.{{/en}}</p>{{/page.hasRows}}
  {{#page.hasRows}}
  <div class="scroll" role="region" tabindex="0" aria-labelledby="list">
  <table>
  <caption id="list">{{#vi}}Sự kiện treo, mới nhất trước{{/vi}}{{#en}}Parked events, the newest first{{/en}}</caption>
  <thead><tr><th scope="col">{{#vi}}Số{{/vi}}{{#en}}Number{{/en}}</th><th scope="col">{{#vi}}Lý do{{/vi}}{{#en}}Reason{{/en}}</th><th scope="col">{{#vi}}Treo lúc{{/vi}}{{#en}}Parked{{/en}}</th></tr></thead>
  <tbody>
  {{#page.rows}}
  <tr><th scope="row"><a href="/parked/{{id}}{{query}}">{{id}}</a></th>
  <td>{{reason}}<small lang="en">{{detail}}</small><small class="code">{{from}}</small></td>
  <td>{{#recorded}}<time datetime="{{machine}}">{{human}}</time>{{/recorded}}</td></tr>
  {{/page.rows}}
  </tbody>
  </table>
  </div>
  {{/page.hasRows}}
  {{#page.older}}<nav class="paging" aria-label="{{#vi}}Các trang của danh sách{{/vi}}{{#en}}Pages of the list{{/en}}"><a rel="next" href="{{.}}">{{#vi}}Cũ hơn →{{/vi}}{{#en}}Older →{{/en}}</a></nav>{{/page.older}}

  """

/// One.
let parkedOneTemplate = """
  <dl class="facts">
  <div><dt>{{#vi}}Lý do{{/vi}}{{#en}}Reason{{/en}}</dt><dd>{{page.reason}} <small lang="en">{{page.detail}}</small></dd></div>
  <div><dt>{{#vi}}Treo lúc{{/vi}}{{#en}}Parked{{/en}}</dt><dd>{{#page.recorded}}<time datetime="{{machine}}">{{human}}</time>{{/page.recorded}}</dd></div>
  {{#page.retry}}<div><dt>{{#vi}}Tự thử lại lúc{{/vi}}{{#en}}Tried again{{/en}}</dt><dd><time datetime="{{machine}}">{{human}}</time></dd></div>{{/page.retry}}
  <div><dt>{{#vi}}Từ{{/vi}}{{#en}}From{{/en}}</dt><dd class="code">{{page.from}}</dd></div>
  </dl>
  {{#page.mayDecide}}
  <div class="deeds">
  <form action="/parked/{{page.id}}/replay{{query}}" method="post"><input type="hidden" name="seal" value="{{seal}}"><button class="main">{{#vi}}Thử nhận lại{{/vi}}{{#en}}Try again{{/en}}</button></form>
  <form action="/parked/{{page.id}}/discard{{query}}" method="post"><input type="hidden" name="seal" value="{{seal}}"><button>{{#vi}}Bỏ hẳn{{/vi}}{{#en}}Throw away{{/en}}</button></form>
  </div>
  {{/page.mayDecide}}
  <h2 id="body">{{#vi}}Nội dung{{/vi}}{{#en}}Body{{/en}}</h2>
  <pre class="scroll" role="region" tabindex="0" aria-labelledby="body">{{page.body}}</pre>

  """
