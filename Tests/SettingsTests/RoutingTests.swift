import Dossiers
import Testing

@testable import Settings

@Suite("The routing") struct RoutingTests {
  private static let file = "routing.yaml"
  private static let timing = Timing(repeatInterval: .hours(24))

  @Test("that is shipped has the usual routes, and says in the file what the code has as defaults")
  func shipped() throws {
    let routing = try Trial.shipped().routing
    #expect(routing.tree == .usual(RoutingTests.timing))
    #expect(routing.acknowledgement == Routing.Acknowledgement())
    #expect(routing.longestSilence == .days(30))
    #expect(routing.digestAt == 7 * 3600 + 1800)
    #expect(routing.silentOfficeAfter == .hours(4) && routing.gapAfter == .minutes(30))
    #expect(routing.tallyAfter == .hours(24))
    let acknowledging = try Trial.shipped().acknowledging
    #expect(acknowledging.publicURL == nil && acknowledging.key == nil)
  }

  @Test("is the usual one where the file is not there, is empty, or says nothing of routes")
  func usual() throws {
    for change: Trial.Change in [.missing, .whole(""), .whole("route:\nreceivers: {}\n")] {
      let settings = try Trial.load(replacing: [
        RoutingTests.file: change, "dossierd.yaml": .text("  routing: routing.yaml ", by: "  # "),
      ])
      #expect(settings.routing == Routing(tree: .usual(RoutingTests.timing)))
    }
  }

  @Test("must be there where the daemon's own file names it")
  func missing() throws {
    let problems = try Trial.problems([RoutingTests.file: .missing])
    #expect(problems.count == 1 && problems[0].hasPrefix("dossierd.yaml:"))
    #expect(problems[0].contains("expected a file, found none at routing.yaml"))
  }

  @Test("takes from the daemon's own keys, and from their variables, what it does not say itself")
  func inherits() throws {
    let variables = [
      "DOSSIERD_ALERTS_GROUP_WAIT_SECONDS": "1", "DOSSIERD_ALERTS_GROUP_INTERVAL_SECONDS": "2",
      "DOSSIERD_ALERTS_REPEAT_HOURS": "0", "DOSSIERD_ALERTS_WAITS_FOR_OPENING": "false",
    ]
    let timing = Timing(
      groupWait: .seconds(1), groupInterval: .seconds(2), repeatInterval: nil, hours: .any)
    #expect(try Trial.shipped(variables).routing.tree == .usual(timing))
    let settings = try Trial.load(
      replacing: [RoutingTests.file: .text("  # group-wait: 1 minute", by: "  group-wait: 5 minutes")],
      environment: variables)
    #expect(settings.routing.tree.timing.groupWait == .minutes(5))
    #expect(settings.routing.tree.timing.groupInterval == .seconds(2))
  }

  @Test("has variables for single values of its uppermost level, of the root, and of the links")
  func variables() throws {
    let settings = try Trial.shipped([
      "DOSSIERD_ROUTING_DIGEST": "off", "DOSSIERD_ROUTING_SILENT_OFFICE": "none",
      "DOSSIERD_ROUTING_SEQUENCE_GAP": "1 second", "DOSSIERD_ROUTING_LONGEST_SILENCE": "1 hour",
      "DOSSIERD_ROUTING_TALLY_DIFFERS": "none",
      "DOSSIERD_ROUTE_REPEAT_INTERVAL": "3 seconds", "DOSSIERD_ACKNOWLEDGE_HOLD": "2 working-minutes",
    ])
    #expect(settings.routing.digestAt == nil && settings.routing.silentOfficeAfter == nil)
    #expect(settings.routing.gapAfter == .seconds(1) && settings.routing.longestSilence == .hours(1))
    #expect(settings.routing.tallyAfter == nil)
    #expect(settings.routing.tree.timing.repeatInterval == .seconds(3))
    #expect(settings.routing.acknowledgement.hold == .minutes(2))
    #expect(settings.warnings.allSatisfy { !$0.file.hasPrefix("DOSSIERD_") })
    #expect(try Trial.shipped(["DOSSIERD_ROUTING_DIGEST": "16:45"]).routing.digestAt == 16 * 3600 + 2700)
    #expect(try Trial.shipped(["DOSSIERD_ROUTING_DIGEST": "16:45:07"]).routing.digestAt == 16 * 3600 + 2707)
  }

  @Test("is a tree in which a branch has what it leaves out from the one above it")
  func tree() throws {
    let text = """
      route:
        to: [lead, operator]
        group-by: []
        group-wait: none
        group-interval: 2 hours
        repeat-interval: none
        hours: any
        quiet: 22:00-24:00
        routes:
          - name: upland
            match: { district: ["096", "097"], agency: "H18.*" }
            not: { kind: [warning, deaf] }
            to: night
            quiet: none
            continue: true
            routes:
              - { name: losses, match: { kind: lost }, repeat-interval: 1 day, hours: opening, group-by: [kind, office] }
          - { name: rest }
      receivers:
        night: { name: Trực, mail: a@example.org, language: en }
      """
    let root = try Trial.load(replacing: [RoutingTests.file: .whole(text)]).routing.tree
    var timing = Timing(
      groupBy: [], groupWait: .zero, groupInterval: .hours(2), repeatInterval: nil, hours: .any,
      quiet: Timing.Quiet(from: 79_200, until: 0))
    let rest = Route(name: "rest", audiences: [.lead, .operator], timing: timing)
    let rootTiming = timing
    timing.quiet = nil
    let night = Audience(rawValue: "night")
    let upland = Route(
      name: "upland",
      matchers: [
        Matcher(.district, ["096", "097"]), Matcher(.agency, ["H18.*"]),
        Matcher(.kind, ["warning", "deaf"], isNegated: true),
      ], audiences: [night], timing: timing, goesOn: true,
      routes: [
        Route(
          name: "losses", matchers: [Matcher(.kind, ["lost"])], audiences: [night],
          timing: Timing(
            groupBy: [.kind, .office], groupWait: .zero, groupInterval: .hours(2), repeatInterval: .days(1),
            hours: .opening))
      ])
    #expect(
      root == Route(name: "root", audiences: [.lead, .operator], timing: rootTiming, routes: [upland, rest]))
  }

  @Test(
    "warns of a route that is never reached",
    arguments: [
      ("- { name: a }\n    - { name: b, match: { kind: lost } }", "'a' in line "),
      ("- { name: a, match: { kind: [lost, damaged] } }\n    - { name: b, match: { kind: lost } }", "'a' in line "),
      ("- { name: a, match: { agency: \"H18.1*\" } }\n    - { name: b, match: { agency: H18.101 } }", "'a' in line "),
      ("- { name: a, not: { kind: deaf } }\n    - { name: b, match: { kind: lost } }", "'a' in line "),
      ("- { name: a, not: { kind: deaf } }\n    - { name: b, not: { kind: [deaf, lost] } }", "'a' in line "),
      ("- { name: a, match: { severity: critical } }\n    - { name: b, match: { kind: deaf } }", "'a' in line "),
      ("- { name: b, match: { kind: lost, severity: notice } }", "no alert meets all of its conditions"),
      ("- { name: b, match: { kind: lost }, not: { kind: [lost, deaf] } }", "no alert meets all of its conditions"),
      (
        "- { name: a, match: { kind: breach }, routes: [{ name: b, match: { kind: [lost, deaf] } }] }",
        "no alert meets all of its conditions"
      ),
    ])
  func unreachable(_ routes: String, _ why: String) throws {
    let text = "route:\n  routes:\n    \(routes)\n"
    let warnings = try Trial.load(replacing: [RoutingTests.file: .whole(text)]).warnings
    let said = warnings.filter { $0.file.hasSuffix(RoutingTests.file) }
    #expect(said.count == 1 && said[0].found.hasPrefix("the route 'b' is never reached"), "\(said)")
    #expect(said.first?.found.contains(why) == true, "\(said)")
  }

  @Test(
    "does not warn of one that may be",
    arguments: [
      "- { name: a, continue: true }\n    - { name: b, match: { kind: lost } }",
      "- { name: a, match: { kind: lost } }\n    - { name: b, match: { kind: [lost, damaged] } }",
      "- { name: a, match: { agency: H18.101 } }\n    - { name: b, match: { agency: \"H18.1*\" } }",
      "- { name: a, match: { kind: lost, level: commune } }\n    - { name: b, match: { kind: lost } }",
      "- { name: a, not: { kind: lost } }\n    - { name: b, match: { kind: lost } }",
      "- { name: a, match: { procedure: \"1.004873\" }, routes: [{ name: b, match: { procedure: \"1.001193\" } }] }",
      "- { name: a, match: { kind: \"l*\" }, routes: [{ name: b, match: { severity: critical } }] }",
      "- { name: a, not: { level: commune } }\n    - { name: b, match: { kind: lost } }",
    ])
  func reachable(_ routes: String) throws {
    let text = "route:\n  routes:\n    \(routes)\n"
    let warnings = try Trial.load(replacing: [RoutingTests.file: .whole(text)]).warnings
    #expect(!warnings.contains { $0.file.hasSuffix(RoutingTests.file) })
  }

  @Test("an agency whose own hours are all quiet is named")
  func quietAgency() throws {
    let problems = try Trial.problems([
      RoutingTests.file: .text("  # quiet: \"20:00-06:00\"", by: "  quiet: 17:00-08:00"),
      "calendar/dien-bien.yaml": .text("agencies:\n", by: "agencies:\n  H18.104: { monday: [07:00-08:00] }\n"),
    ])
    #expect(problems.count == 1 && problems[0].contains("found one that covers all of H18.104"), "\(problems)")
  }

  @Test("a policy's steps and a route may name a receiver, and where the routing is broken only that is said")
  func named() throws {
    let step = Trial.Change.text("to: head }", by: "to: night-watch }")
    let receiver = "receivers:\n  night-watch: { name: Trực, mail: a@example.org }\n"
    let settings = try Trial.load(replacing: [
      "policy/1788.yaml": step, RoutingTests.file: .text("receivers: {}\n", by: receiver),
    ])
    #expect(
      settings.rules.policy.editions[0][.process]?.escalation.map(\.audience)
        == [Audience(rawValue: "night-watch"), .peoplesCommittee])
    let broken = try Trial.problems([
      "policy/1788.yaml": step, RoutingTests.file: .text("receivers: {}\n", by: "receivers: {\n"),
    ])
    #expect(broken.count == 1 && broken[0].hasPrefix(RoutingTests.file), "\(broken)")
  }

  @Test("links are signed with a key of a file that is read, and have no slash behind them")
  func links() throws {
    let key = String(repeating: "k", count: 64)
    let change = Trial.Change.text(
      "  # public-url: https://dossiers.example.org",
      by: "  public-url: https://dossiers.example.org/mail/\n  key-file: acknowledge.key")
    let settings = try Trial.load(replacing: [RoutingTests.file: change, "acknowledge.key": .whole(key + "\n")])
    #expect(settings.acknowledging.publicURL == "https://dossiers.example.org/mail")
    #expect(settings.acknowledging.key?.revealed == key)
    let short = try Trial.problems([RoutingTests.file: change, "acknowledge.key": .whole("hidden\n")])
    #expect(short.count == 1 && short[0].contains("a key of at least 32 characters, found a shorter one"))
    let open = try Trial.problems([RoutingTests.file: change, "acknowledge.key": .whole(key + "\n")], mode: 0o644)
    #expect(open.count == 1 && open[0].contains("a secret that other users cannot read"), "\(open)")
  }

  @Test("warning points of the policy may be several")
  func warningPoints() throws {
    let settings = try Trial.load(replacing: [
      "policy/1788.yaml": .text(
        "warning: { working-days-before: 2,",
        by: "warning: { working-days-before: [2, 5], before: [1 hour, 10 minutes],")
    ])
    #expect(
      settings.rules.policy.editions[0][.collect]?.warning
        == Policy.Warning(workingDaysBefore: [5, 2], secondsBefore: [3600, 600]))
  }
}
