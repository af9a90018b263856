/// An edition as logs of the first form hold it: three clocks, each of a shape of its own, driven by the usual words.
struct FirstForm: Decodable {
  private struct Leg: Decodable {
    let plain: [RouteClass: Allowance]
    let withSlip: [RouteClass: Allowance]
    let warning: Policy.Warning
    let law: String?
  }

  private struct Process: Decodable {
    let sameDayCutOff: Int?
    let override: Allowance?
    let warning: Policy.Warning
    let law: String?
  }

  private let collect: Leg
  private let `return`: Leg
  private let process: Process

  /// The same clocks in today's form.
  var clocks: [ClockKind: ClockRule] {
    var clocks: [ClockKind: ClockRule] = [:]
    for (kind, leg) in [(ClockKind.collect, collect), (.return, self.return)] {
      clocks[kind] = ClockRule(
        words: kind.usualWords, term: TermRule(plain: leg.plain, withSlip: leg.withSlip), warning: leg.warning,
        law: leg.law)
    }
    var words = ClockKind.process.usualWords
    words.mutes = []
    clocks[.process] = ClockRule(
      words: words, term: TermRule(override: process.override),
      counting: Counting(cutOff: process.sameDayCutOff.map { .init(secondOfDay: $0, onlySameDay: true) }),
      warning: process.warning, law: process.law)
    return clocks
  }
}
