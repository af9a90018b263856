import Dossiers
import Store

/// Makes the links by which receivers acknowledge alerts; none where no public address is configured.
struct AcknowledgeLinks: Sendable {
  private let maker: (base: String, key: AcknowledgeKey)?
  private let validity: Span

  /// No links at all.
  static let none = AcknowledgeLinks(publicURL: nil, key: nil)

  /// Links under the configuration's `publicURL`, signed by `key` and good for as long as `validity`; none where the
  /// address or the key is missing.
  init(publicURL: String?, key: AcknowledgeKey?, validity: Span = .days(7)) {
    self.validity = validity
    guard let publicURL, let key else {
      maker = nil
      return
    }
    var base = publicURL
    while base.last == "/" { base.removeLast() }
    maker = (base, key)
  }

  /// The address at which `receiver` acknowledges what `notice` tells, at the step that it is told at; nil where there
  /// is nothing to acknowledge.
  func link(for notice: Notice, receiver: ReceiverID, now: Instant) -> String? {
    guard let maker, !notice.what.isFollowUp else { return nil }
    let expiry = now.advanced(by: validity)
    return AcknowledgeLink(alert: notice.alert, step: notice.step, receiver: receiver, expiry: expiry)
      .url(base: maker.base, signedBy: maker.key)
  }
}
