import Dossiers
import TestSupport
import Testing

struct RouteTests {
  private func told(_ route: Route, _ labels: [AlertLabels.Name: [String]]) -> [String] {
    route.destinations(of: AlertLabels(labels)).map { "\($0.path.joined(separator: "/")) \($0.audience.rawValue)" }
  }

  @Test("the first branch that fits takes an alert, and the root what none takes")
  func first() {
    let tree = Route(
      name: "root",
      routes: [
        Route(name: "a", matchers: [Matcher(.kind, ["lost"])], audiences: [.head]),
        Route(name: "b", matchers: [Matcher(.kind, ["lost", "damaged"])], audiences: [.operator]),
      ])
    #expect(told(tree, [.kind: ["lost"]]) == ["root/a head"])
    #expect(told(tree, [.kind: ["damaged"]]) == ["root/b operator"])
    #expect(told(tree, [.kind: ["breach"]]) == ["root responsible"])
  }

  @Test("the branches behind one that goes on are asked as well")
  func goesOn() {
    let tree = Route(
      name: "root",
      routes: [
        Route(name: "a", matchers: [Matcher(.kind, ["lost"])], audiences: [.head], goesOn: true),
        Route(name: "b", matchers: [Matcher(.severity, ["critical"])], audiences: [.operator, .provincialPost]),
        Route(name: "c"),
      ])
    #expect(
      told(tree, [.kind: ["lost"], .severity: ["critical"]]) == [
        "root/a head", "root/b operator", "root/b provincial-post",
      ])
    #expect(told(tree, [.kind: ["lost"]]) == ["root/a head", "root/c responsible"])
    #expect(told(tree, [.severity: ["critical"]]) == ["root/b operator", "root/b provincial-post"])
  }

  @Test("a branch whose own branches don't fit tells itself, and one that goes on stops nobody by what is within it")
  func nested() {
    let inner = Route(name: "inner", matchers: [Matcher(.level, ["commune"])], audiences: [.head])
    let tree = Route(
      name: "root",
      routes: [
        Route(name: "outer", matchers: [Matcher(.kind, ["breach"])], audiences: [.lead], goesOn: true, routes: [inner]),
        Route(name: "last", audiences: [.operator]),
      ])
    #expect(
      told(tree, [.kind: ["breach"], .level: ["commune"]]) == ["root/outer/inner head", "root/last operator"])
    #expect(told(tree, [.kind: ["breach"]]) == ["root/outer lead", "root/last operator"])
  }

  @Test("whom it leads past is nobody: every alert has a destination, in whatever tree")
  func total() {
    for seed in UInt64(0)..<500 {
      var random = SeededGenerator(seed: seed)
      let tree = RouteTests.random(depth: 3, root: true, using: &random)
      let labels = AlertLabels([
        .kind: [AlertLabels.kinds.randomElement(using: &random) ?? ""],
        .level: Bool.random(using: &random) ? ["commune"] : [],
      ])
      let destinations = tree.destinations(of: labels)
      #expect(!destinations.isEmpty, "seed \(seed)")
      #expect(destinations.allSatisfy { $0.path.first == "root" }, "seed \(seed)")
      // Each path is one of the tree in which every branch takes the alert.
      for destination in destinations {
        var branch = tree
        for name in destination.path.dropFirst() {
          guard let next = branch.routes.first(where: { $0.name == name }) else {
            Issue.record("seed \(seed): no branch \(name)")
            break
          }
          branch = next
          #expect(branch.matchers.allSatisfy { $0.matches(labels) }, "seed \(seed)")
        }
        #expect(branch.audiences.contains(destination.audience), "seed \(seed)")
      }
    }
  }

  @Test("the name of a group is the path with the values that its mails have in common")
  func groups() {
    let labels = AlertLabels([.agency: ["H18.101"], .kind: ["breach"]])
    let branch = Route(name: "b", timing: Timing(groupBy: [.agency, .kind, .district]))
    let tree = Route(name: "root", timing: Timing(groupBy: []), routes: [branch])
    #expect(tree.destinations(of: labels)[0].group(of: labels) == "root b agency=H18.101 kind=breach district=")
    let bare = Route(name: "root", timing: Timing(groupBy: []))
    #expect(bare.destinations(of: labels)[0].group(of: labels) == "root")
  }

  @Test(
    "where nothing is configured, deadlines go to whoever is responsible in opening hours, and mishaps at any hour",
    arguments: [
      ("breach", "root responsible", Timing.Hours.opening), ("warning", "root responsible", .opening),
      ("lost", "root/mishaps responsible", .any), ("damaged", "root/mishaps responsible", .any),
      ("deaf", "root/daemon operator", .any), ("mail-refused", "root/daemon operator", .any),
      ("calendar-horizon", "root/daemon operator", .any), ("silent-office", "root/offices provincial-post", .opening),
      ("sequence-gap", "root/offices provincial-post", .opening),
      ("tally-differs", "root/offices provincial-post", .opening),
    ])
  func usual(_ kind: String, _ destination: String, _ hours: Timing.Hours) {
    #expect(told(.usual(), [.kind: [kind]]) == [destination])
    #expect(Route.usual().destinations(of: AlertLabels([.kind: [kind]]))[0].timing.hours == hours)
  }

  private static func random(depth: Int, root: Bool = false, using random: inout SeededGenerator) -> Route {
    let kinds = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in
      AlertLabels.kinds.randomElement(using: &random)
    }
    let matcher =
      Bool.random(using: &random)
      ? Matcher(.kind, kinds, isNegated: Bool.random(using: &random)) : Matcher(.level, ["com*"])
    return Route(
      name: root ? "root" : "r\(random.next())", matchers: root || Bool.random(using: &random) ? [] : [matcher],
      audiences: Bool.random(using: &random) ? [.operator, .head] : [.lead], goesOn: Bool.random(using: &random),
      routes: depth == 0
        ? []
        : (0..<Int.random(in: 0...3, using: &random)).map { _ in RouteTests.random(depth: depth - 1, using: &random) })
  }
}
