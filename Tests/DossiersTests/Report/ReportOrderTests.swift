import Dossiers
import TestSupport
import Testing

struct ReportOrderTests {
  @Test("dossiers come by code, then items without one, and their parts in a fixed order")
  func order() throws {
    var story = Scenario()
    story.accept("EA000000014VN", at: "2026-03-02 08:00", dossiers: [])
    story.accept("EA000000005VN", at: "2026-03-02 08:00", dossiers: ["H18.101-260302-0002"])
    story.accept(at: "2026-03-02 08:15")
    story.accept("EA000000080VN", at: "2026-03-02 08:16")
    let reports = try story.reports(at: "2026-03-04 12:00")
    #expect(reports.map { $0.dossier?.text } == ["H18.101-260302-0001", "H18.101-260302-0002", nil])
    #expect(reports[0].items.map(\.item.text) == ["EA000000080VN", Scenario.item])
    #expect(reports[0].alerts.compactMap(\.item?.text) == ["EA000000080VN", Scenario.item])
    #expect(reports[2].items.map(\.item.text) == ["EA000000014VN"])
  }

  @Test("an item that has carried a dossier is not told of a second time by itself")
  func toldOnce() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    #expect(try story.reports(at: "2026-03-02 12:00").count == 1)
  }

  @Test("the state depends on the instant asked for, not the evidence")
  func atAnyInstant() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    let states = try ["2026-03-02 09:00", "2026-03-04 00:00"].map { try story.report(at: $0).state(.collect) }
    #expect(states == [.open, .breached])
  }
}
