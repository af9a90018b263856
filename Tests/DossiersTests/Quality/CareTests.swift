import Dossiers
import TestSupport
import Testing

@Suite("safe, reliable, accurate: what shipments show")
struct CareTests {
  private func sent() -> Scenario {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", office: "380000", carries: .result, destination: "382500")
    return story
  }

  private let back = Indicator.Subject.part(.return)

  @Test("an item declared lost counts until it is found, each period by what was so at its end")
  func lost() {
    var story = sent()
    story.scan(.lost, at: "2026-03-20 10:00")
    #expect(Judged(story).indicator(.lost)?.value == 10_000)
    story.scan(.arrived, at: "2026-04-02 10:00", office: "382500")
    #expect(Judged(story).share(.lost) == "1/1")
    #expect(Judged(story, "2026-04").share(.lost) == "0/0")
    story.scan(.departed, at: "2026-03-25 10:00")
    #expect(Judged(story).share(.lost) == "0/1")
  }

  @Test("damage counts once a shipment, when it was declared")
  func damaged() {
    var story = sent()
    story.scan(.damaged, at: "2026-03-20 10:00")
    story.scan(.damaged, at: "2026-03-21 10:00")
    #expect(Judged(story).share(.damaged) == "1/1")
  }

  @Test("a first try that fails counts though a later one succeeds; that it waits at the counter is no try")
  func firstTry() {
    var story = sent()
    story.scan(.held, at: "2026-03-03 08:00", office: "382500", reason: .readyForPickup)
    #expect(Judged(story).share(.firstTry) == "0/0")
    var fetched = story
    fetched.scan(.delivered, at: "2026-03-04 08:00", office: "382500")
    #expect(Judged(fetched).share(.firstTry, back) == "1/1")
    story.scan(.attempted, at: "2026-03-04 08:00", office: "382500", reason: .addresseeAbsent)
    story.scan(.delivered, at: "2026-03-06 08:00", office: "382500")
    #expect(Judged(story).share(.firstTry, back) == "0/1")
    #expect(Judged(story).share(.firstTry, .part(.collection)) == "0/0")
  }

  @Test(
    "a chain is whole where departures and arrivals alternate from the sender's office to the addressee's",
    arguments: [
      ([.departed, .arrived, .outForDelivery], true), ([.departed, .arrived, .departed, .arrived], true),
      ([.departed, .misrouted, .departed, .arrived, .attempted], true), ([.departed, .outForDelivery], false),
      ([.departed, .departed, .arrived], false), ([.arrived], false), ([], false), ([.departed], false),
    ] as [([Milestone], Bool)])
  func chains(_ scans: [Milestone], _ isWhole: Bool) {
    var story = sent()
    for (number, milestone) in scans.enumerated() {
      story.scan(milestone, at: "2026-03-03 1\(number):00", reason: milestone == .attempted ? .addresseeAbsent : nil)
    }
    story.scan(.delivered, at: "2026-03-03 17:00", office: "382500")
    #expect(Judged(story).share(.unbroken) == (isWhole ? "1/1" : "0/1"))
  }

  @Test("within one office nothing departs")
  func sameOffice() {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", office: "380000", carries: .result, destination: "380000")
    story.scan(.delivered, at: "2026-03-03 17:00")
    #expect(Judged(story).share(.unbroken) == "1/1")
  }

  @Test("a shipment that was led astray counts when it ends")
  func misrouted() {
    var story = sent()
    story.scan(.departed, at: "2026-03-02 17:00")
    story.scan(.misrouted, at: "2026-03-03 08:00", office: "384050")
    #expect(Judged(story).share(.misrouted) == "0/0")
    story.scan(.delivered, at: "2026-03-05 08:00", office: "382500")
    #expect(Judged(story).share(.misrouted) == "1/1")
  }

  @Test("a scan that was taken back is counted as such and as no other")
  func voided() {
    var story = sent()
    let wrong = story.scan(.delivered, at: "2026-03-03 08:00", office: "382500")
    story.tell(
      .voided(Voiding(voided: wrong, reason: .didNotOccur)), at: "2026-03-03 09:00",
      by: "/postoffices/382500/scanners/s1")
    #expect(Judged(story).share(.voidedScans) == "1/2")
    #expect(Judged(story).share(.firstTry) == "0/0")
  }
}
