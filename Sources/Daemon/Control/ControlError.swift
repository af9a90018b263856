/// Why the running daemon could not be asked.
public enum ControlError: Error, Sendable, CustomStringConvertible {
  /// Nobody listens: no daemon runs.
  case nobodyListens(path: String)
  /// The socket cannot be made or used.
  case socket(path: String, why: String)
  /// The other side said something that is no answer.
  case notUnderstood(path: String)

  /// What was expected, what was found, and what to do.
  public var description: String {
    switch self {
    case .nobodyListens(let path): "no running daemon answers at \(path)"
    case .socket(let path, let why): "the socket \(path) cannot be used: \(why); check its folder's rights"
    case .notUnderstood(let path): "the daemon at \(path) gave no answer; it may be another version: restart it"
    }
  }
}
