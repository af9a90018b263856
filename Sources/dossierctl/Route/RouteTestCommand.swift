import ArgumentParser
import Dossiers
import Settings

/// `route test`: who would be told of an alert, by which path of the route tree, and when.
struct RouteTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Shows who would be told of an alert, by which path of the route tree, and when.",
    discussion: """
      Reads the configuration alone. The level, the district and the severity follow from the registry and the kind. \
      Whoever is 'responsible' is the agency's lead, and from a step of the clock's escalation on those whom it names.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var alert: AlertOptions

  @Option(help: "How many steps the alert has climbed.")
  var step = 0

  @Option(
    help: ArgumentHelp("When it is raised (default: now): \(Reading.instant).", valueName: "instant"),
    transform: Reading.moment)
  var at: Instant?

  func validate() throws {
    guard step >= 0 else { throw ValidationError("Expected 0 steps or more.") }
  }

  func run() async throws {
    let settings = try common.settings()
    let now = at ?? .current
    let day = LocalDate(now)
    let labels = try alert.labels(on: day, in: settings.rules.registry)
    let rule = alert.clock.flatMap { settings.rules.policy.edition(on: day)[$0] }
    let steps = rule?.escalation ?? []
    guard step <= steps.count else {
      let clock = alert.clock.map { "the clock '\($0.rawValue)'" } ?? "an alert without a clock"
      throw CommandError.unknown("A breach climbs \(steps.count) steps by the policy's rule for \(clock)")
    }
    let told = RouteAnswer.Circumstances(
      labels: labels, now: now, settings: settings, calendar: WorkingCalendar(settings.rules.calendar))
    let answers = settings.routing.tree.destinations(of: labels).flatMap { destination in
      destination.audience == .responsible
        ? [RouteAnswer(destination, .lead, step: 0, told)]
          + steps.prefix(step).enumerated().map { RouteAnswer(destination, $1.audience, step: $0 + 1, told) }
        : [RouteAnswer(destination, destination.audience, step: 0, told)]
    }
    var output = Output()
    if common.json {
      for answer in answers { try output.json(answer) }
    } else {
      try output.sentence("labels: \(labels.words)")
      if rule?.mails == false {
        try output.sentence("The policy has alerts of this clock shown and counted, and mailed to nobody.")
      }
      try output.sentence("")
      try output.table(Table(answers))
    }
    try output.flush()
  }
}

extension AlertLabels {
  /// The labels that there are, as matchers are typed.
  fileprivate var words: String {
    Name.allCases.filter { !self[$0].isEmpty }.map { Matcher($0, self[$0]).description }.joined(separator: " ")
  }
}
