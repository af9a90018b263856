/// What made an alert change.
enum Cause: Hashable {
  /// Its time came.
  case time
  /// Something was heard.
  case evidence
  /// Calendar, policy, registry or a closure changed.
  case rules
  /// The daemon noticed it by itself.
  case daemon
  /// A person asked for it.
  case person(String)

  var text: String {
    switch self {
    case .time: "time"
    case .evidence: "evidence"
    case .rules: "rules"
    case .daemon: "daemon"
    case .person(let name): "person \(name)"
    }
  }
}
