import Dossiers
import TestSupport
import Testing

@Suite("The book of hand-over lists") struct TallyBookTests {
  private static let monday = day("2026-03-02")

  private static func book(_ story: Scenario, counting: Bool = true) -> TallyBook {
    var book = TallyBook()
    if counting { book.beginCounting(monday) }
    for event in story.events {
      book.enter(event)
      if case .scanned(let scan) = event.fact { book.count(scan, at: event.time) }
    }
    return book
  }

  @Test("compares the last list of a day with that day's scans, in whatever order they come")
  func last() {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-02 23:59", office: "381100")
    story.scan(.delivered, at: "2026-03-03 00:00", office: "381100")
    story.scan(.departed, at: "2026-03-02 09:00", office: "381100")
    story.tally("2026-03-02", accepted: 7, delivered: 7, at: "2026-03-02 17:00")
    story.tally("2026-03-02", accepted: 1, delivered: 2, at: "2026-03-02 18:00")
    for events in [story.events, story.events.reversed()] {
      var book = TallyBook()
      book.beginCounting(TallyBookTests.monday)
      for event in events {
        book.enter(event)
        if case .scanned(let scan) = event.fact { book.count(scan, at: event.time) }
      }
      let lists = book.compared(on: TallyBookTests.monday)
      #expect(lists.map(\.listed) == [.init(accepted: 1, delivered: 2)])
      #expect(lists.map(\.scanned) == [.init(accepted: 1, delivered: 1)])
      #expect(lists.map(\.differs) == [true])
    }
  }

  @Test("goes by the list before where the last one is taken back, and by none where all are")
  func takenBack() throws {
    var story = Scenario()
    story.tally("2026-03-02", accepted: 7, delivered: 0, at: "2026-03-02 17:00")
    story.tally("2026-03-02", accepted: 0, delivered: 0, at: "2026-03-02 18:00")
    var book = TallyBookTests.book(story)
    #expect(book.compared(on: TallyBookTests.monday).map(\.differs) == [false])
    book.enter(story.events[1], isTakenBack: true)
    #expect(book.compared(on: TallyBookTests.monday).map(\.listed.accepted) == [7])
    book.enter(story.events[0], isTakenBack: true)
    #expect(book.compared(on: TallyBookTests.monday).isEmpty)
  }

  @Test("counts nothing of a day before it is asked to, and forgets what is too old")
  func days() {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.tally("2026-03-02", accepted: 1, delivered: 0, at: "2026-03-02 17:00")
    var book = TallyBookTests.book(story, counting: false)
    #expect(book.days == [TallyBookTests.monday] && !book.isCounting(TallyBookTests.monday))
    #expect(book.compared(on: TallyBookTests.monday).isEmpty && !book.mayCount(instant("2026-03-02 08:00")))
    book.beginCounting(TallyBookTests.monday)
    #expect(book.mayCount(instant("2026-03-02 23:59")) && !book.mayCount(instant("2026-03-03 00:00")))
    book.forget(before: day("2026-03-03"))
    #expect(book.days.isEmpty && !book.isCounting(TallyBookTests.monday))
  }
}
