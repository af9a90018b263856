import Dossiers

extension RandomEvents {
  mutating func event(_ fact: Fact, by source: EventSource?) -> Event? {
    guard let source else { return nil }
    let sequence = maybe() ? generator.next() : nil
    return Event(identity: EventIdentity(source: source, id: id()), time: instant(), sequence: sequence, fact: fact)
  }

  mutating func id() -> String {
    let visible = (0x20...0x7E).map { Character(Unicode.Scalar(UInt8($0))) }
    return String((0..<1 + below(60)).map { _ in one(of: visible) })
  }

  mutating func office() -> OfficeCode? { OfficeCode("38" + digits(4)) }

  mutating func agency() -> AgencyCode? {
    maybe() ? AgencyCode("H18.\(1 + below(200))") : AgencyCode("000.00.\(10 + below(90)).H18")
  }

  mutating func procedure() -> ProcedureCode? { ProcedureCode("\(1 + below(9)).\(digits(6))") }

  mutating func item() -> ItemID? {
    let serial = below(100_000_000)
    let written = String(serial)
    return ItemID(
      "E\(one(of: ["A", "B", "M"]))\(String(repeating: "0", count: 8 - written.count))\(written)"
        + "\(ItemID.checkDigit(serial))VN")
  }

  mutating func scanner(of office: OfficeCode) -> EventSource? {
    EventSource("/postoffices/\(office)/scanners/s\(1 + below(9))")
  }

  mutating func desk() -> EventSource? {
    guard let agency = agency() else { return nil }
    return EventSource("/agencies/\(agency)/desks/d-\(1 + below(9))")
  }

  mutating func operatorSource() -> EventSource? { EventSource("/operators/user_\(below(10)).x") }

  /// A time from 1970 to 2106, half of them to the second.
  mutating func instant() -> Instant {
    let seconds = Int64(below(4_294_967_296))
    return Instant(microseconds: seconds * 1_000_000 + (maybe() ? 0 : Int64(below(1_000_000))))
  }

  mutating func date() -> LocalDate { LocalDate(day: below(50_000)) }

  mutating func place() -> Closure.Place? {
    switch below(3) {
    case 0: office().map(Closure.Place.office)
    case 1: agency().map(Closure.Place.agency)
    default: .district(digits(3))
    }
  }

  mutating func pair() -> Closure.Place? {
    guard let one = place(), let other = place() else { return nil }
    return .pair(one, other)
  }

  /// A text with what needs escaping, and with letters of two to four bytes.
  mutating func text(_ longest: Int) -> String {
    let letters = ["a", "Đ", "ữ", "\"", "\\", "/", " ", "𝄞", "0", "е́", "<", "漢"].flatMap { $0.unicodeScalars }
    var text = String.UnicodeScalarView()
    for _ in 0..<1 + below(longest) { text.append(one(of: letters)) }
    return String(text)
  }
}
