import Dossiers
import TestSupport
import Testing

@Suite("stable, regular: what post offices show")
struct RegularTests {
  private func scanned(on days: [String]) -> Scenario {
    var story = Scenario()
    for (number, day) in days.enumerated() {
      story.accept(Items.number(number + 1), at: "\(day) 08:15", carries: .result, destination: "382500")
    }
    return story
  }

  private func tally(_ story: inout Scenario, _ day: String, accepted: Int, delivered: Int, at time: String = "19:00") {
    story.tell(
      .tallied(Tally(date: TestSupport.day(day), accepted: accepted, delivered: delivered)), at: "\(day) \(time)",
      by: "/postoffices/381100/scanners/s1")
  }

  @Test("working days without a scan are counted of offices that scan, and the most of them in a row")
  func silence() {
    // March 2026 has 22 working days.
    let judged = Judged(scanned(on: ["2026-03-02", "2026-03-03", "2026-03-07", "2026-03-12", "2026-03-31"]))
    #expect(judged.share(.silentDays) == "18/22")
    #expect(judged.share(.silentDays, .office(code("381100"))) == "18/22")
    #expect(judged.indicator(.longestOutage)?.value == 12)
    #expect(judged.share(.silentOffices) == "4/5")
  }

  @Test("of a period that lasts, the days that are over count")
  func lasting() {
    let judged = Judged(scanned(on: ["2026-03-02", "2026-03-04"]), known: "2026-03-04 10:00")
    #expect(judged.share(.silentDays) == "1/2")
  }

  @Test("a list that names more than was scanned tells how many nobody scanned; the last list of a day counts")
  func lists() {
    var story = scanned(on: ["2026-03-02", "2026-03-03"])
    tally(&story, "2026-03-02", accepted: 5, delivered: 9)
    tally(&story, "2026-03-02", accepted: 3, delivered: 1, at: "20:00")
    tally(&story, "2026-03-03", accepted: 1, delivered: 0)
    let judged = Judged(story)
    #expect(judged.share(.unscannedAcceptances) == "2/4")
    #expect(judged.share(.unscannedDeliveries) == "1/1")
    #expect(judged.share(.differingLists) == "1/2")
    #expect(judged.share(.unscannedAcceptances, .office(code("381100"))) == "2/4")
  }

  @Test("weeks are compared by what was accepted a working day")
  func weeks() throws {
    let even = Judged(
      scanned(on: (2...31).map { "2026-03-\($0 < 10 ? "0" : "")\($0)" }.filter { day($0).weekday < 5 }))
    #expect(even.indicator(.weeklyVariation)?.value == 0)
    let uneven = try #require(Judged(scanned(on: ["2026-03-02"])).indicator(.weeklyVariation))
    #expect(uneven.denominator == 5 && (uneven.value ?? 0) > 199)
    #expect(Judged(Scenario()).indicator(.weeklyVariation)?.value == nil)
  }

  @Test("the best week in time is held against the worst")
  func spread() {
    var story = Scenario()
    for (number, (from, to)) in [("02", "03"), ("09", "10"), ("10", "20"), ("17", "18")].enumerated() {
      let item = Items.number(number + 1)
      story.accept(item, at: "2026-03-\(from) 08:15", carries: .result, destination: "382500")
      story.scan(item, .delivered, at: "2026-03-\(to) 09:00", office: "382500")
    }
    #expect(Judged(story).indicator(.weeklySpread)?.value == 50)
  }
}
