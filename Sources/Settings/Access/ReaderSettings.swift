public import Dossiers

/// Somebody who may look at the pages.
public struct ReaderSettings: Sendable, Hashable {
  /// Who, and for what.
  public let viewer: Viewer
  /// The hash of the password; nil for somebody whom a proxy alone vouches for.
  public let password: Secret?
}
