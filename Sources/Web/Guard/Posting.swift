import HTTPTypes
import Hummingbird

/// Lets a form through only where it comes from a page of ours, given out to the same person.
struct Posting: RouterMiddleware {
  typealias Context = WebContext

  let access: WebAccess

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard request.method == .post else { return try await next(request, context) }
    guard isFromHere(request) else { throw RequestError.foreignForm }
    let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
    guard type == "application/x-www-form-urlencoded" else { throw RequestError.badForm }
    let body = try await request.body.collect(upTo: Form.longest)
    guard let text = String(validating: body.readableBytesView, as: UTF8.self), let form = Form(text) else {
      throw RequestError.badForm
    }
    guard form["seal"].utf8.count == context.visit.seal.utf8.count, Posting.same(form["seal"], context.visit.seal)
    else {
      throw RequestError.foreignForm
    }
    var context = context
    context.form = form
    return try await next(request, context)
  }

  /// In constant time.
  private static func same(_ one: String, _ other: String) -> Bool {
    zip(one.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// What the browser itself says of where the form was.
  private func isFromHere(_ request: Request) -> Bool {
    if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name], site != "same-origin" {
      return false
    }
    guard let origin = request.headers[.origin] else { return true }
    if let publicURL = access.publicURL, origin == Posting.origin(of: publicURL) { return true }
    guard let host = request.head.authority else { return false }
    return origin == "http://\(host)" || origin == "https://\(host)"
  }

  private static func origin(of url: String) -> String {
    url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
  }
}
