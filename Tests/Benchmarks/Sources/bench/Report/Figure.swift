/// One measured value.
struct Figure: Sendable {
  /// What the value is to reach.
  enum Goal: Sendable {
    case atLeast(Double)
    case below(Double)
  }

  let name: String
  let value: Double
  let unit: String
  let goal: Goal?

  /// A figure to three places behind the point.
  init(_ name: String, _ value: Double, _ unit: String, _ goal: Goal? = nil) {
    self.name = name
    self.value = (value * 1_000).rounded() / 1_000
    self.unit = unit
    self.goal = goal
  }

  /// The figure as a line of JSON; neither names nor units hold anything to escape.
  var json: String { #"{"name":"\#(name)","value":\#(value),"unit":"\#(unit)"}"# }

  /// The goal in words, and whether it was reached.
  var verdict: (goal: String, isReached: String) {
    switch goal {
    case .atLeast(let least): ("at least \(least)", value >= least ? "yes" : "no")
    case .below(let bound): ("below \(bound)", value < bound ? "yes" : "no")
    case nil: ("", "")
    }
  }
}
