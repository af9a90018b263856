import Dossiers
import HTTPTypes
import Hummingbird
import Logging

/// Finds out who looks: by the session's cookie, or by the trusted proxy's word; or lets everybody on this machine look
/// where nobody has a name.
struct Gatekeeper: RouterMiddleware {
  typealias Context = WebContext

  let access: WebAccess
  let sessions: Sessions
  let seal: Seal
  let now: @Sendable () -> Instant

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    let jar = CookieJar(isSecure: access.isSecure)
    try identify(request, jar, &context)

    // Forms that are given out before anybody is known hang on a cookie of their own.
    var newVisit: String?
    let owner: String
    switch context.visit.proof {
    case .session(let id): owner = "session \(id)"
    case .proxy: owner = "proxy \(context.visit.viewer?.name ?? "")"
    case .none, .open:
      let known = jar.value(.visit, of: request)
      let visit = known ?? Chance.text()
      if known == nil, Gatekeeper.hasForm(request.uri.path) { newVisit = visit }
      owner = "visit \(visit)"
    }
    context.visit.seal = seal.text(for: owner)
    var response = try await next(request, context)
    if let newVisit { jar.set(.visit, newVisit, in: &response) }
    return response
  }

  private func identify(_ request: Request, _ jar: CookieJar, _ context: inout Context) throws {
    let readers = access.readers()
    if let written = access.proxy?.header, let header = HTTPField.Name(written), let name = request.headers[header] {
      if context.visit.isThroughProxy {
        guard request.headers[values: header].count == 1, let reader = readers[name] else {
          throw RequestError.notKnown
        }
        context.visit.viewer = reader.viewer
        context.visit.proof = .proxy
        return
      }
      context.logger.warning(
        "a name in the proxy's header counts for nothing, as it comes from another address",
        metadata: ["peer": "\(context.peer)", "header": "\(written)"])
    }
    if access.isOpen {
      // A page of another site could have its own name lead to this machine.
      guard Gatekeeper.isLocal(request.head.authority) else { throw RequestError.notKnown }
      context.visit.viewer = Visit.anybody
      context.visit.proof = .open
      return
    }
    guard let id = jar.value(.session, of: request) else { return }
    let isActive = request.uri.queryParameters.get("refresh") != "auto"
    guard let (name, hash) = sessions.find(id, isActive: isActive, at: now()) else { return }
    // Who was taken out, or was given another password, is logged out.
    guard let reader = readers[name], reader.password == hash else { return sessions.end(id) }
    context.visit.viewer = reader.viewer
    context.visit.proof = .session(id)
  }

  private static func hasForm(_ path: String) -> Bool {
    ["/login", "/lookup", "/acknowledge"].contains(path)
  }

  static func isLocal(_ authority: String?) -> Bool {
    guard let authority else { return true }
    if authority.hasPrefix("[::1]") { return true }
    let host = authority.prefix { $0 != ":" }
    return host == "localhost" || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }
}

/// The cookies that we give out.
struct CookieJar: Sendable {
  enum Name: String {
    case session = "dossierd"
    case visit = "dossierd-visit"
  }

  let isSecure: Bool

  /// Bound to this host alone where TLS lets it be.
  func name(_ name: Name) -> String { (isSecure ? "__Host-" : "") + name.rawValue }

  /// The value that a request brings, where it is one of ours.
  func value(_ name: Name, of request: Request) -> String? {
    guard let value = request.cookies[self.name(name)]?.value, value.utf8.count == 64,
      value.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    return value
  }

  func set(_ name: Name, _ value: String, in response: inout Response) {
    response.headers[values: .setCookie].append(
      "\(self.name(name))=\(value); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")")
  }

  func remove(_ name: Name, in response: inout Response) {
    response.headers[values: .setCookie].append(
      "\(self.name(name))=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")")
  }
}
