import Dossiers
import Hummingbird
import Logging
import NIOCore

/// What is known of a request besides what it says.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The IP address that the connection comes from; empty where there is none.
  let peer: String
  /// Who looks.
  var visit = Visit()
  /// What was posted, once it is known to come from a page of ours.
  var form: Form?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    let address = source.channel.remoteAddress?.ipAddress ?? ""
    peer = address.hasPrefix("::ffff:") && address.contains(".") ? String(address.dropFirst(7)) : address
  }
}

/// Who looks, and from where.
struct Visit: Sendable {
  /// How it is known who looks.
  enum Proof: Sendable, Hashable {
    /// It is not known.
    case none
    /// Nobody has a name, and all on this machine may look.
    case open
    /// By a session.
    case session(String)
    /// By the trusted proxy's word.
    case proxy
  }

  var viewer: Viewer?
  var proof = Proof.none
  /// The address of whoever looks, as far as it is known.
  var address = ""
  /// Whether the trusted proxy speaks.
  var isThroughProxy = false
  /// The seal of the forms that are given out.
  var seal = ""

  /// Whoever looks where nobody has a name.
  static let anybody = Viewer(name: "", role: .inspector)

  /// Whether the addresses of those who are told may be seen: by a name that sees all.
  var seesAddresses: Bool { proof != .open && (viewer?.role == .inspector || viewer?.role == .administrator) }

  /// Who looks, where that may enter `area`.
  /// - Throws: `RequestError` where nobody is known, or the role does not lead there.
  func viewer(in area: Area) throws(RequestError) -> Viewer {
    guard let viewer else { throw .loginNeeded }
    guard viewer.role.areas.contains(area) else { throw .notAllowed }
    return viewer
  }

  /// Who acts, where that may.
  /// - Throws: `RequestError` where nobody is known, or the role does not allow it.
  func actor(_ may: (Viewer.Role) -> Bool) throws(RequestError) -> Viewer {
    guard let viewer else { throw .loginNeeded }
    guard may(viewer.role), proof != .open else { throw .notAllowed }
    return viewer
  }
}
