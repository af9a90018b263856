import Broker
import Dossiers

/// What becomes of the mails, and of intake, where thousands of dossiers run late at the same instant.
struct StormMeasurement {
  let bench: Workbench
  let scale: Scale

  func run() async throws -> [Figure] {
    try await bench.topology.apply(bench.broker)
    var (lastMails, ratios): ([Double], [Double]) = ([], [])
    for round in 1...scale.rounds {
      Workbench.say("a storm of \(scale.storm) dossiers, round \(round)")
      let calm = try await StormRound(bench: bench, scale: scale, number: round, isCalm: true).run()
      let storm = try await StormRound(bench: bench, scale: scale, number: round, isCalm: false).run()
      ratios.append(calm.intake / storm.intake)
      lastMails.append(storm.lastMail)
    }
    guard let lastMail = lastMails.median, let ratio = ratios.median else { return [] }
    return [
      Figure("storm.seconds_to_last_mail", lastMail, "s", .below(60)),
      Figure("storm.intake_ratio", ratio, "", .atLeast(0.5)),
    ]
  }
}
