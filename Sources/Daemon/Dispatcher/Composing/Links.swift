import Dossiers
import Foundation
import Store

/// The addresses of pages that a mail leads to; none where no public URL is configured.
struct Links: Sendable {
  private let base: String?
  private let acknowledging: @Sendable (Notice) -> String?

  /// Links below `publicURL`, which begins with `https://` or `http://`; anything else is as good as none. What
  /// `acknowledging` gives is the page at which its reader acknowledges an alert.
  init(publicURL: String?, acknowledging: @escaping @Sendable (Notice) -> String? = { _ in nil }) {
    base = publicURL.flatMap { Links.isPage($0) ? $0.hasSuffix("/") ? String($0.dropLast()) : $0 : nil }
    self.acknowledging = acknowledging
  }

  /// The page of a dossier, or nothing.
  func dossier(_ code: DossierCode) -> String {
    guard let base, let name = code.text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) else { return "" }
    return "\(base)/dossiers/\(name.replacing("%2E", with: ".").replacing("%2D", with: "-"))"
  }

  /// The page of all alerts, or nothing.
  var alerts: String { base.map { "\($0)/" } ?? "" }

  /// The page at which the alert of a notice is acknowledged, or nothing.
  func acknowledgement(of notice: Notice) -> String {
    acknowledging(notice).flatMap { Links.isPage($0) ? $0 : nil } ?? ""
  }

  /// The command that acknowledges the alert of a notice, or nothing where there is nothing to acknowledge.
  func acknowledgeCommand(_ notice: Notice) -> String {
    notice.what.isFollowUp ? "" : "dossierctl ack \(notice.alert)"
  }

  private static func isPage(_ address: String) -> Bool {
    address.hasPrefix("https://") || address.hasPrefix("http://")
  }
}
