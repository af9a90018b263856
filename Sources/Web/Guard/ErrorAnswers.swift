import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Store

/// Puts what went wrong in words, in the form that the path promises: a page, a problem document or plain text.
struct ErrorAnswers: RouterMiddleware {
  typealias Context = WebContext

  let pages: Pages

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let failure = failure(for: error, context)
      var answer = try answer(failure, to: request, context)
      switch failure {
      case .notReading: answer.headers[.allow] = Bounds.takesForm(request.uri.path) ? "GET, HEAD, POST" : "GET, HEAD"
      case .tooMany: answer.headers[.retryAfter] = "60"
      case .tooFast: answer.headers[.retryAfter] = "\(Turnstile.wait)"
      case .loginNeeded: answer.headers[.wwwAuthenticate] = #"Cookie realm="dossierd", form-action="/login""#
      default: break
      }
      if !isBodiless(request) {
        // What follows on this connection would have to be read to its end first.
        answer.headers[.connection] = "close"
      }
      return request.method == .head ? answer.createHeadResponse() : answer
    }
  }

  private func failure(for error: any Error, _ context: Context) -> RequestError {
    switch error {
    case let failure as RequestError: return failure
    case let error as HTTPError where error.status == .notFound: return .noSuchPage
    case let error as StoreError:
      context.logger.error("a page cannot be made", metadata: ["why": "\(error)"])
      return .storeFailed
    default:
      context.logger.error("a page cannot be made", metadata: ["why": "\(error)"])
      return .broken
    }
  }

  private func answer(_ failure: RequestError, to request: Request, _ context: Context) throws -> Response {
    let path = request.uri.path
    if path.hasPrefix("/api/") {
      let problem = Problem(
        title: failure.title.en, status: failure.status.code, detail: failure.detail.en)
      return try .json(problem, status: failure.status, type: "application/problem+json")
    }
    if path == "/metrics" || path == "/healthz" || path == "/readyz" {
      return .text("\(failure.title.en): \(failure.detail.en)\n", status: failure.status)
    }
    if case .loginNeeded = failure, request.method != .post {
      return Response.redirect(to: LoginPage.address(for: request))
    }
    return try pages.render(
      .error, ErrorModel(detail: failure.detail[Language(request)]), title: failure.title, request, context,
      status: failure.status)
  }

  private func isBodiless(_ request: Request) -> Bool {
    request.headers[.contentLength].map { $0 == "0" } ?? true && request.headers[.transferEncoding] == nil
  }
}

/// A problem document of RFC 9457.
private struct Problem: Encodable {
  let title: String
  let status: Int
  let detail: String
}
