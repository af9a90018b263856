import Dossiers
import Foundation

/// The addresses of pages that a mail leads to; none where no public URL is configured.
struct Links: Sendable, Hashable {
  private let base: String?

  /// Links below `publicURL`, which begins with `https://` or `http://`; anything else is as good as none.
  init(publicURL: String?) {
    let isPage = publicURL.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? false
    base = isPage ? publicURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } : nil
  }

  /// The page of a dossier, or nothing.
  func dossier(_ code: DossierCode) -> String {
    guard let base, let name = code.text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) else { return "" }
    return "\(base)/dossiers/\(name.replacing("%2E", with: ".").replacing("%2D", with: "-"))"
  }

  /// The page of all alerts, or nothing.
  var alerts: String { base.map { "\($0)/" } ?? "" }
}
