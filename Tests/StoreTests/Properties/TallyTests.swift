import Dossiers
import Store
import TestSupport
import Testing

/// Lists and scans that come in any order, beside what the figures make of the same log.
struct TallyTests {
  private static let offices = ["381100", "380000", "382500"]
  private static let telling: Telling = {
    var routing = Routing()
    routing.tallyAfter = .hours(1)
    return Telling(routing: routing)
  }()

  @Test(
    "the lists that are told as differing are those that the figures count, in whatever order all comes, and after starts",
    arguments: 0..<20)
  func agree(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    var desk: Desk? = try await Desk(SQLiteStore(path: folder.database, telling: TallyTests.telling))
    let events = TallyTests.events(using: &random).shuffled(using: &random)
    let now = "2026-03-10 08:00"
    var rest = events[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Int.random(in: 1...9, using: &random))
      rest = rest.dropFirst(batch.count)
      try await desk?.take(Array(batch), at: now)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: _ = try await desk?.store.compareTallies(at: instant(now), limit: 3)
      case 1: _ = try await desk?.compare(at: now)
      case 2:
        desk = nil
        desk = Desk(opened: try SQLiteStore(path: folder.database, telling: TallyTests.telling))
      default: break
      }
    }
    let whole = try #require(desk)
    let differing = try await whole.compare(at: now)
    let scope = FigureScope(
      period: try #require(Period(from: day("2026-03-02"), to: day("2026-03-06"))), known: instant(now))
    let figures = try #require(try await whole.store.figures(of: [scope]).first)
    var counted: [String: Int] = [:]
    for indicator in figures.indicators where indicator.kind == .differingLists {
      if case .office(let office) = indicator.subject { counted[office.text] = indicator.numerator }
    }
    let told = Dictionary(grouping: differing) { String($0.prefix(6)) }.mapValues(\.count)
    #expect(told == counted.filter { $0.value > 0 }, "seed \(seed)")
    let stands = try await whole.store.alerts(firingOnly: true, limit: 1000).map { $0.subject?.tally?.differs }
    #expect(stands.allSatisfy { $0 == true })
  }

  /// Scans and lists of five days, some of them taken back.
  private static func events(using random: inout SeededGenerator) -> [Event] {
    var story = Scenario()
    for _ in 0..<60 {
      let date = "2026-03-0\(Int.random(in: 2...6, using: &random))"
      let office = offices[Int.random(in: 0..<offices.count, using: &random)]
      let time = "\(date) \(Int.random(in: 10...23, using: &random)):00"
      let identity =
        switch Int.random(in: 0..<5, using: &random) {
        case 0...1: story.scan(.delivered, at: time, office: office)
        case 2: story.accept(at: time, office: office)
        default:
          story.tally(
            date, accepted: Int.random(in: 0...1, using: &random), delivered: Int.random(in: 0...2, using: &random),
            at: time, office: office)
        }
      if Int.random(in: 0..<5, using: &random) == 0 { story.void(identity, at: "2026-03-09 08:00") }
    }
    return story.events
  }
}

extension Desk {
  /// A store that has rules already.
  fileprivate init(opened store: any DossierStore) {
    self.store = store
  }
}
