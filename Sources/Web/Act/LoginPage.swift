import Dossiers
import Hummingbird
import Logging

/// `/login`: who looks gives name and password; `/logout` ends that.
struct LoginPage: Sendable {
  let site: Site
  let pages: Pages
  let gate: PasswordGate

  /// What the page shows.
  struct Model {
    let next: String
    let isWrong: Bool
    let hasReaders: Bool
  }

  /// Where to log in, to come back to what `request` asks for.
  static func address(for request: Request) -> String {
    let lang = request.uri.queryParameters.get("lang") ?? ""
    let next = request.uri.string == "/" ? "" : request.uri.string
    return Address.of("/login", [("next", next), ("lang", lang == "en" ? "en" : "")])
  }

  func add(to router: RouterGroup<WebContext>) {
    router.get("login") { request, context in
      let next = request.uri.queryParameters.get("next") ?? "/" + Language(request).query
      if let viewer = context.visit.viewer, viewer != Visit.anybody {
        return Response.redirect(to: Address.local(next))
      }
      return try page(request, context, next: next)
    }
    router.post("login") { request, context in try await logIn(request, context) }
    router.post("logout") { request, context in
      var response = Response.redirect(to: Address.of("/login", [("lang", Language(request) == .en ? "en" : "")]))
      if case .session(let id) = context.visit.proof { site.sessions.end(id) }
      CookieJar(isSecure: site.access.isSecure).remove(.session, in: &response)
      return response
    }
  }

  private func page(
    _ request: Request, _ context: WebContext, next: String, isWrong: Bool = false
  ) throws -> Response {
    let model = Model(
      next: Address.local(next), isWrong: isWrong,
      hasReaders: site.access.readers().values.contains { $0.password != nil })
    return try pages.render(
      .login, model, title: Phrase("Đăng nhập", "Log in"), request, context, status: isWrong ? .unauthorized : .ok)
  }

  private func logIn(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let form = context.form else { throw RequestError.badForm }
    let name = form["name"]
    let (now, address) = (site.now(), RateLimit.key(ofAddress: context.visit.address))
    guard name.utf8.count <= 64, site.limits.loginsOfName.hasLeft(name, at: now),
      site.limits.loginsOfAddress.hasLeft(address, at: now)
    else {
      throw RequestError.tooMany
    }
    let hash = site.access.readers()[name]?.password
    guard let isRight = await gate.admits(form["password"], hash) else { throw RequestError.tooMany }
    guard isRight, let hash else {
      _ = site.limits.loginsOfName.take(name, at: now)
      _ = site.limits.loginsOfAddress.take(address, at: now)
      context.logger.warning("a login failed", metadata: ["name": "\(name)", "address": "\(context.visit.address)"])
      return try page(request, context, next: form["next"], isWrong: true)
    }
    // An id that somebody else may have put there before is worth nothing from here on.
    let jar = CookieJar(isSecure: site.access.isSecure)
    if let old = jar.value(.session, of: request) { site.sessions.end(old) }
    var response = Response.redirect(to: Address.local(form["next"]))
    jar.set(.session, site.sessions.begin(name, hash, at: now), in: &response)
    jar.remove(.visit, in: &response)
    context.logger.notice("logged in", metadata: ["name": "\(name)", "address": "\(context.visit.address)"])
    return response
  }
}

extension RateLimit {
  /// What is counted for an address: of IPv6 the network, as one machine has many addresses.
  static func key(ofAddress address: String) -> String {
    address.contains(":")
      ? address.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":") : address
  }
}

/// Name and password.
let loginTemplate = """
  {{^page.hasReaders}}
  <p class="problem near">{{#vi}}Chưa có ai được cấp mật khẩu. Người quản trị ghi tên trong readers.yaml.{{/vi}}{{#en}}Nobody was given a password yet. The administrator writes names in readers.yaml.{{/en}}</p>
  {{/page.hasReaders}}
  {{#page.isWrong}}<p class="problem" role="alert" id="wrong">{{#vi}}Tên hoặc mật khẩu không đúng.{{/vi}}{{#en}}Name or password is wrong.{{/en}}</p>{{/page.isWrong}}
  <form class="fields" action="/login{{query}}" method="post">
  <input type="hidden" name="seal" value="{{seal}}">
  <input type="hidden" name="next" value="{{page.next}}">
  <label for="name">{{#vi}}Tên{{/vi}}{{#en}}Name{{/en}}</label>
  <input id="name" name="name" required maxlength="64" autocomplete="username" autocapitalize="none" spellcheck="false"{{#page.isWrong}} aria-describedby="wrong"{{/page.isWrong}}>
  <label for="password">{{#vi}}Mật khẩu{{/vi}}{{#en}}Password{{/en}}</label>
  <input id="password" name="password" type="password" required maxlength="256" autocomplete="current-password"{{#page.isWrong}} aria-describedby="wrong"{{/page.isWrong}}>
  <button>{{#vi}}Đăng nhập{{/vi}}{{#en}}Log in{{/en}}</button>
  </form>

  """
