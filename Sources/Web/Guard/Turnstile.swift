import Dossiers
import HTTPTypes
import Hummingbird

/// Finds out from which address a request comes, and lets so many through for each.
///
/// This machine's own requests are not counted, unless the trusted proxy says for whom it asks.
struct Turnstile: RouterMiddleware {
  typealias Context = WebContext

  let access: WebAccess
  let limit: RateLimit
  let now: @Sendable () -> Instant

  /// How long to wait, in seconds, once an address has had its share.
  static let wait = 10

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.visit.isThroughProxy = access.proxy.map { $0.address == context.peer } ?? false
    let client = context.visit.isThroughProxy ? Turnstile.client(behind: request) : nil
    context.visit.address = client ?? context.peer
    let isCounted = client != nil || !Turnstile.isThisMachine(context.peer)
    guard !isCounted || limit.take(RateLimit.key(ofAddress: context.visit.address), at: now()) else {
      throw RequestError.tooFast
    }
    return try await next(request, context)
  }

  /// The last address of the list that proxies write; those before it are what others said.
  private static func client(behind request: Request) -> String? {
    guard let name = HTTPField.Name("X-Forwarded-For"), let list = request.headers[name] else { return nil }
    let last = list.split(separator: ",").last.map { $0.filter { !$0.isWhitespace } } ?? ""
    let isAddress = (2...45).contains(last.utf8.count) && last.allSatisfy { $0.isHexDigit || ".:".contains($0) }
    return isAddress ? last : nil
  }

  private static func isThisMachine(_ peer: String) -> Bool { peer == "::1" || peer.hasPrefix("127.") }
}
