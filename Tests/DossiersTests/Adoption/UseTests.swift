import Dossiers
import TestSupport
import Testing

struct UseTests {
  private func month(_ text: String) throws -> CalendarMonth { try #require(CalendarMonth(text)) }

  private func posted(_ agency: String, _ month: String, _ posted: Int, procedure: Int? = 1) throws -> PostedCount {
    PostedCount(
      agency: code(agency), procedure: procedure.map { SampleRegister.procedure($0) }, month: try self.month(month),
      collected: 1, returned: posted, posted: posted)
  }

  private func total(_ agency: String, _ month: String, _ received: Int) throws -> ReceivedTotal {
    ReceivedTotal(
      agency: code(agency), procedure: SampleRegister.procedure(1), month: try self.month(month), received: received)
  }

  private func use(_ posted: [PostedCount], _ totals: [ReceivedTotal], on date: String) -> [Use.Line] {
    Use(posted: posted, totals: totals, on: day(date), in: SampleRegister.registry).lines
  }

  @Test("a share is of the months whose total is known alone, and other dossiers are counted all the same")
  func share() throws {
    let lines = use(
      [try posted("H18.9", "2026-01", 30), try posted("H18.9", "2026-02", 5)], [try total("H18.9", "2026-01", 40)],
      on: "2026-03-01")
    #expect(lines.count == 1 && lines[0].posted == 35 && lines[0].collected == 2 && lines[0].returned == 35)
    #expect(lines[0].total == 40 && lines[0].share?.vietnamese == "75%" && !lines[0].isContradicted)
  }

  @Test("without totals there is no share; with a total of nothing neither, and that is a contradiction")
  func noTotal() throws {
    let line = use([try posted("H18.9", "2026-01", 3)], [], on: "2026-03-01")[0]
    #expect(line.total == nil && line.share == nil && !line.isContradicted)
    let nothing = use([try posted("H18.9", "2026-01", 3)], [try total("H18.9", "2026-01", 0)], on: "2026-03-01")[0]
    #expect(nothing.share == nil && nothing.isContradicted)
    let unused = use([], [try total("H18.9", "2026-01", 8)], on: "2026-03-01")[0]
    #expect(unused.posted == 0 && unused.share?.vietnamese == "0%")
  }

  @Test("dossiers and totals of merged agencies are the successor's from the day after, and meet in their own month")
  func merged() throws {
    let counts = [
      try posted("000.01.31.H18", "2025-06", 2), try posted("000.02.31.H18", "2025-06", 4),
      // An office that still names the old agency means the new one.
      try posted("000.01.31.H18", "2025-07", 3),
    ]
    let totals = [try total("000.01.31.H18", "2025-06", 10), try total("H18.1", "2025-07", 6)]
    let lines = use(counts, totals, on: "2026-01-01")
    #expect(lines.map(\.agency.text) == ["H18.1"])
    #expect(lines[0].posted == 9 && lines[0].postedOfTotal == 5 && lines[0].total == 16)
    #expect(use(counts, totals, on: "2025-06-30").map(\.agency.text) == ["000.01.31.H18", "000.02.31.H18", "H18.1"])
  }

  @Test("a dossier whose procedure nobody said is counted, and the most used comes first")
  func order() throws {
    let lines = use(
      [try posted("H18.9", "2026-01", 1), try posted("H18.9", "2026-01", 7, procedure: nil)], [], on: "2026-03-01")
    #expect(lines.map(\.posted) == [7, 1] && lines[0].procedure == nil)
  }
}
