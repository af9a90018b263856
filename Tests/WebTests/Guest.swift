import Dossiers
import Foundation
import HTTPTypes
import HummingbirdTesting

@testable import Web

/// A browser with its cookies.
final class Guest {
  let trial: Trial
  var cookies: [String: String] = [:]
  var setup = TestingSetup.router

  init(_ trial: Trial) {
    self.trial = trial
  }

  /// A guest who is logged in as one of `Trial.readers`.
  static func loggedIn(as name: String, at trial: Trial) async throws -> Guest {
    let guest = Guest(trial)
    _ = try await guest.logIn(name)
    return guest
  }

  func get(_ uri: String, headers: HTTPFields = [:]) async throws -> Answer {
    try keep(try await trial.answer(uri, over: setup, headers: headers + cookieHeader))
  }

  /// Posts fields; the seal is that of the page `from`, unless one is given.
  func post(
    _ uri: String, _ fields: [String: String] = [:], from page: String? = nil, headers: HTTPFields = [:]
  ) async throws -> Answer {
    var fields = fields
    if let page { fields["seal"] = Guest.seal(in: try await get(page).text) }
    let body = fields.map { "\($0.key)=\(Guest.encoded($0.value))" }.joined(separator: "&")
    var all = headers + cookieHeader
    if all[.contentType] == nil { all[.contentType] = "application/x-www-form-urlencoded" }
    all[.contentLength] = "\(body.utf8.count)"
    return try keep(try await trial.answer(uri, over: setup, method: .post, headers: all, body: body))
  }

  func logIn(_ name: String, password: String = Trial.password) async throws -> Answer {
    try await post("/login", ["name": name, "password": password], from: "/login")
  }

  /// The seal of the first form of a page.
  static func seal(in text: String) -> String {
    text.firstMatch(of: /name="seal" value="([0-9a-f]*)"/).map { String($0.1) } ?? ""
  }

  private var cookieHeader: HTTPFields {
    cookies.isEmpty ? [:] : [.cookie: cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")]
  }

  private func keep(_ answer: Answer) throws -> Answer {
    for line in answer.headers[values: .setCookie] {
      let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = line.contains("Max-Age=0") ? nil : String(pair[1])
    }
    return answer
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension HTTPFields {
  fileprivate static func + (one: HTTPFields, other: HTTPFields) -> HTTPFields {
    var all = one
    all.append(contentsOf: other)
    return all
  }
}

extension Trial {
  static let password = "đường lên Điện Biên"

  /// A reader of each role; two leads.
  static let readers: [String: WebAccess.Reader] = {
    let hash = PasswordHash(of: password, PasswordHash.Cost(log: 2, block: 1, lanes: 1))
    let viewers = [
      Viewer(name: "lan", role: .lead, agency: AgencyCode("H18.101")),
      Viewer(name: "minh", role: .lead, agency: AgencyCode("H18.107")),
      Viewer(name: "buu-ta", role: .post),
      Viewer(name: "thanh", role: .inspector), Viewer(name: "admin", role: .administrator),
    ]
    return viewers.reduce(into: [:]) { $0[$1.name] = WebAccess.Reader(viewer: $1, password: hash) }
  }()

  /// Access for these readers.
  static func access(_ proxy: WebAccess.Proxy? = nil, publicURL: String? = nil) -> WebAccess {
    WebAccess(readers: { readers }, publicURL: publicURL, proxy: proxy)
  }
}
