import Dossiers
import Testing

struct MatcherTests {
  private static let labels = AlertLabels([
    .kind: ["breach"], .agency: ["H18.101"], .procedure: ["1.004873", "2.000488"],
  ])

  @Test(
    "a condition is met where a value of the label is one of its values, and a negated one where none is",
    arguments: [
      (AlertLabels.Name.kind, ["breach"], true), (.kind, ["warning", "breach"], true), (.kind, ["warning"], false),
      (.kind, [], false), (.procedure, ["2.000488"], true), (.procedure, ["1.001193"], false),
    ])
  func values(_ label: AlertLabels.Name, _ values: [String], _ matches: Bool) {
    #expect(Matcher(label, values).matches(MatcherTests.labels) == matches)
    #expect(Matcher(label, values, isNegated: true).matches(MatcherTests.labels) != matches)
  }

  @Test(
    "a value with * at its end fits all that begin as it does, and * within a value is a letter like any other",
    arguments: [("H18.*", true), ("H18.101*", true), ("*", true), ("H18.102*", false), ("H*.101", false)])
  func prefixes(_ pattern: String, _ matches: Bool) {
    #expect(Matcher(.agency, [pattern]).matches(MatcherTests.labels) == matches)
  }

  @Test("an alert without the label meets no condition on it, and every negated one")
  func absent() {
    for values in [["H18.101"], ["*"], []] {
      #expect(!Matcher(.district, values).matches(MatcherTests.labels))
      #expect(Matcher(.district, values, isNegated: true).matches(MatcherTests.labels))
    }
  }

  @Test("a condition is shown as it is typed")
  func words() {
    #expect(Matcher(.agency, ["H18.101", "H18.102"]).description == "agency=H18.101,H18.102")
    #expect(Matcher(.kind, ["warning"], isNegated: true).description == "kind!=warning")
  }
}
