import Dossiers

/// The route tree: branches within branches, each read with what it inherits from the one above.
enum RouteSection {
  /// A branch above, as those below it see it.
  private struct Above {
    let matchers: [Matcher]
    let audiences: [Audience]
    let timing: Timing
  }

  /// No tree of a configuration is deeper.
  private static let deepest = 16

  /// The root, which takes every alert; with the usual branches where it names none.
  static func root(_ section: Section, _ surroundings: RoutingFile.Surroundings) -> Route {
    let timing = TimingSection.read(section, surroundings, inheriting: surroundings.timing)
    let above = Above(
      matchers: [], audiences: audiences(section, surroundings) ?? [.responsible], timing: timing)
    let usual = Route.usual(timing)
    return Route(
      name: usual.name, audiences: above.audiences, timing: timing,
      routes: section.has("routes") ? branches(section, above, surroundings, depth: 1) : usual.routes)
  }

  private static func branches(
    _ section: Section, _ above: Above, _ surroundings: RoutingFile.Surroundings, depth: Int
  ) -> [Route] {
    let nodes = section.nodes("routes")
    guard depth <= deepest || nodes.isEmpty else {
      section.problems.error(
        section.place(of: "routes"), expected: "at most \(deepest) routes within each other", found: "more",
        advice: "make the tree flatter")
      return []
    }
    var earlier: [(route: Route, place: Place)] = []
    for node in nodes {
      let branch = Section(node, section.problems)
      guard let route = branch.read({ read($0, above, surroundings, depth: depth) }) else { continue }
      let place = branch.place(of: "name")
      if let twin = earlier.first(where: { $0.route.name == route.name }) {
        section.problems.error(
          place, expected: "each name once among the branches of a route",
          found: "'\(route.name)' again, as in \(twin.place.short)", advice: "change one")
      }
      warnIfUnreachable(route, at: place, under: above.matchers, after: earlier, section.problems)
      earlier.append((route, place))
    }
    return earlier.map(\.route)
  }

  private static func read(
    _ section: Section, _ above: Above, _ surroundings: RoutingFile.Surroundings, depth: Int
  ) -> Route? {
    let name = section.required("name", "by which the route is found again")?.routeName()
    let matchers = MatcherSection.read(section, surroundings)
    let own = Above(
      matchers: above.matchers + matchers, audiences: audiences(section, surroundings) ?? above.audiences,
      timing: TimingSection.read(section, surroundings, inheriting: above.timing))
    let goesOn = section["continue"]?.boolean() ?? false
    let routes = branches(section, own, surroundings, depth: depth + 1)
    return name.map {
      Route(
        name: $0, matchers: matchers, audiences: own.audiences, timing: own.timing, goesOn: goesOn, routes: routes)
    }
  }

  private static func audiences(_ section: Section, _ surroundings: RoutingFile.Surroundings) -> [Audience]? {
    guard let written = section.some("to") else { return nil }
    var audiences: [Audience] = []
    for word in written {
      guard let audience = word.audience(among: Audience.roles, and: surroundings.codes.receivers) else { continue }
      if audiences.contains(audience) {
        word.refuse("each audience once", found: "'\(word.text)' again", advice: "remove one")
      } else {
        audiences.append(audience)
      }
    }
    return audiences.isEmpty ? nil : audiences
  }

  private static func warnIfUnreachable(
    _ route: Route, at place: Place, under matchers: [Matcher], after earlier: [(route: Route, place: Place)],
    _ problems: Problems
  ) {
    let all = (matchers + route.matchers).withSeverities
    if all.contradictEachOther {
      problems.warn(
        place, "the route '\(route.name)' is never reached: no alert meets all of its conditions",
        advice: "correct them, or those of the routes around it")
    } else if let first = earlier.first(where: { !$0.route.goesOn && all.imply($0.route.matchers) }) {
      problems.warn(
        place,
        "the route '\(route.name)' is never reached: '\(first.route.name)' in \(first.place.short) takes its alerts",
        advice: "exchange the two, or set 'continue: true' there")
    }
  }
}

extension Section {
  /// Reads the section, and checks that it holds nothing unknown.
  fileprivate func read<Value>(_ read: (Section) -> Value) -> Value {
    defer { finish() }
    return read(self)
  }
}

extension Written {
  /// A name of small letters, digits and hyphens.
  func routeName() -> String? {
    let isName = { (byte: UInt8) in (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-") }
    if (1...64).contains(text.utf8.count), text.utf8.allSatisfy(isName) { return text }
    refuse("a name of small letters, digits and hyphens", advice: "write it like night-watch")
    return nil
  }
}
