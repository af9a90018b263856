import Dossiers
import TestSupport
import Testing

struct SuccessionTests {
  private let registry = Registry(
    agencies: [
      code("H18.1"): Agency(
        name: "Một", level: .commune, successor: code("H18.2"), until: day("2025-06-30")),
      code("H18.2"): Agency(
        name: "Hai", level: .commune, successor: code("H18.3"), until: day("2026-06-30")),
      code("H18.3"): Agency(name: "Ba", level: .commune, successor: code("H18.3"), until: day("2026-07-31")),
    ], procedures: [:], offices: [:], districts: [:])

  @Test(
    "an agency has its dossiers until its last day, then the one that took over, over any number of mergers",
    arguments: [
      ("2025-06-30", "H18.1"), ("2025-07-01", "H18.2"), ("2026-07-01", "H18.3"), ("2027-01-01", "H18.3"),
    ])
  func inPlace(_ on: String, _ agency: String) {
    #expect(registry.agency(inPlaceOf: code("H18.1"), on: day(on)) == code(agency))
  }

  @Test("an agency that the registry does not know stays as it is")
  func unknown() {
    #expect(registry.agency(inPlaceOf: code("H18.9"), on: day("2026-01-01")) == code("H18.9"))
  }
}
