/// A branch of the route tree: which alerts it takes, whom they are told to, and when.
public struct Route: Sendable, Hashable {
  /// Its name, by which people find it in the configuration.
  public let name: String
  /// What an alert must meet, all of it.
  public let matchers: [Matcher]
  /// Whom its alerts are told to, never empty.
  public let audiences: [Audience]
  /// When its mails leave.
  public let timing: Timing
  /// Whether the branches after it are asked as well.
  public let goesOn: Bool
  /// Branches that take some of its alerts for themselves.
  public let routes: [Route]

  /// A branch of these parts.
  public init(
    name: String, matchers: [Matcher] = [], audiences: [Audience] = [.responsible], timing: Timing = Timing(),
    goesOn: Bool = false, routes: [Route] = []
  ) {
    self.name = name
    self.matchers = matchers
    self.audiences = audiences
    self.timing = timing
    self.goesOn = goesOn
    self.routes = routes
  }

  /// Where the branch's alerts with `labels` go: to those of its own branches that take it, or to itself where none
  /// does. Empty where it doesn't take them.
  public func destinations(of labels: AlertLabels) -> [Destination] {
    guard matchers.allSatisfy({ $0.matches(labels) }) else { return [] }
    var found: [Destination] = []
    for route in routes {
      let taken = route.destinations(of: labels)
      found += taken.map { Destination(audience: $0.audience, timing: $0.timing, path: [name] + $0.path) }
      if !taken.isEmpty, !route.goesOn { break }
    }
    if !found.isEmpty { return found }
    return audiences.map { Destination(audience: $0, timing: timing, path: [name]) }
  }

  /// A place where alerts go.
  public struct Destination: Sendable, Hashable {
    /// Whom they are told to.
    public let audience: Audience
    /// When.
    public let timing: Timing
    /// The names of the branches on the way, the root first.
    public let path: [String]

    /// The name of the group that `labels` belong to, among all mails of this place.
    public func group(of labels: AlertLabels) -> String {
      let values = timing.groupBy.map { "\($0.rawValue)=\(labels[$0].first ?? "")" }
      return (path + values).joined(separator: " ")
    }
  }
}
