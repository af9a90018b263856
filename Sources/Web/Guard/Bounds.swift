import Hummingbird

/// Lets only requests through that read and carry nothing, or that post a short form where there is one; and that are
/// short.
struct Bounds: RouterMiddleware {
  typealias Context = WebContext

  /// In characters; the longest address of a page is that of a link in a mail.
  static let longestAddress = 512

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard request.uri.string.utf8.count <= Self.longestAddress else { throw RequestError.longAddress }
    let length = request.headers[.contentLength].map { Int($0) ?? .max } ?? 0
    switch request.method {
    case .get, .head:
      guard length == 0, request.headers[.transferEncoding] == nil else { throw RequestError.body }
    case .post where Self.takesForm(request.uri.path):
      guard length <= Form.longest, request.headers[.transferEncoding] == nil else { throw RequestError.longForm }
    default:
      throw RequestError.notReading
    }
    return try await next(request, context)
  }

  /// Whether a form is posted to `path`.
  static func takesForm(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    switch parts.count {
    case 1: return ["login", "logout", "acknowledge", "lookup"].contains(parts[1])
    case 3:
      guard Int64(parts[2]) != nil else { return false }
      return parts[1] == "alerts" && parts[3] == "acknowledge"
        || parts[1] == "parked" && ["replay", "discard"].contains(parts[3])
    default: return false
    }
  }
}
