import HTTPTypes
import Hummingbird

/// Gives every answer the headers that keep a page from loading, being framed by, or being kept by anything else.
struct SafeHeaders: RouterMiddleware {
  typealias Context = WebContext

  private static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] = Self.policy
    response.headers[.xContentTypeOptions] = "nosniff"
    for (name, value) in Self.isolation { response.headers[name] = value }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }

  /// With no referrer at all a browser would not say either from which page of ours a form comes.
  private static let isolation = [
    ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Robots-Tag", "noindex, nofollow"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
