import Dossiers
import Testing

struct IndicatorChangeTests {
  private static func figure(_ kind: IndicatorKind, _ numerator: Int, of denominator: Int) -> Indicator {
    Indicator(
      kind, .all, numerator: numerator, denominator: denominator,
      value: denominator > 0 ? Double(numerator) / Double(denominator) : nil)
  }

  @Test("each figure stands once, in the order of now, with what it was, and those that are no more at the end")
  func pairs() {
    let past = [Self.figure(.lost, 1, of: 2), Self.figure(.damaged, 0, of: 2), Self.figure(.withdrawn, 1, of: 3)]
    let now = [Self.figure(.damaged, 0, of: 2), Self.figure(.lost, 0, of: 2), Self.figure(.misrouted, 1, of: 4)]
    let changes = IndicatorChange.all(from: past, to: now)
    #expect(changes.map(\.kind) == [.damaged, .lost, .misrouted, .withdrawn])
    #expect(changes.map(\.hasChanged) == [false, true, true, true])
    #expect(
      changes.map { $0.past?.numerator } == [0, 1, nil, 1] && changes.map { $0.now?.numerator } == [0, 0, 1, nil])
  }

  @Test("a figure that comes to the same of others has changed")
  func base() {
    let changes = IndicatorChange.all(from: [Self.figure(.lost, 0, of: 2)], to: [Self.figure(.lost, 0, of: 3)])
    #expect(changes.map(\.hasChanged) == [true])
  }

  @Test("what was recorded later is told by kind, in both languages, and nothing where there is nothing")
  func words() {
    var later = LaterRecords()
    #expect(later.words(String.init).vietnamese.isEmpty)
    (later.scans, later.voidings, later.rules) = (2, 1, 1)
    #expect(later.words(String.init).english == ["2 scans", "1 voiding", "1 version of the rules"])
    #expect(later.words(String.init).vietnamese[..<2] == ["2 lần quét", "1 lần hủy sự kiện"])
  }
}
