import Hummingbird

/// Lets only requests through that read, that are short, and that carry nothing.
struct ReadOnly: RouterMiddleware {
  typealias Context = BasicRequestContext

  /// In characters; the longest address of a page is that of a dossier.
  static let longestAddress = 512

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard request.method == .get || request.method == .head else { throw RequestError.notReading }
    guard request.uri.string.utf8.count <= Self.longestAddress else { throw RequestError.longAddress }
    let length = request.headers[.contentLength].map { Int($0) ?? .max } ?? 0
    guard length == 0, request.headers[.transferEncoding] == nil else { throw RequestError.body }
    return try await next(request, context)
  }
}
