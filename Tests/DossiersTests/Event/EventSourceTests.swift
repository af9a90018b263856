import Dossiers
import Testing

@Suite("Sources of events")
struct EventSourceTests {
  @Test("a source is read as a scanner, a desk or an operator")
  func forms() throws {
    #expect(EventSource("/postoffices/381100/scanners/s2")?.office?.text == "381100")
    #expect(EventSource("/agencies/000.00.19.H18/desks/d_1")?.agency?.text == "000.00.19.H18")
    #expect(EventSource("/operators/lan.nt")?.isOperator == true)
  }

  @Test(
    "what has another form is no source",
    arguments: [
      "", "/", "//", "/operators", "/operators/", "/operators/a/b", "/postoffices/381100",
      "/postoffices/381100/scanners",
      "/postoffices//scanners/s", "/agencies/H18/scanners/s", "/postoffices/381100/desks/s", "operators/a",
      "/operators/a b", "/operators/đ", "/Operators/a",
    ])
  func others(text: String) {
    #expect(EventSource(text) == nil)
  }

  @Test("a device voids for its office, a desk for its agency, an operator for all")
  func voiding() throws {
    let one = try #require(EventSource("/postoffices/381100/scanners/s1"))
    let two = try #require(EventSource("/postoffices/381100/scanners/s2"))
    let far = try #require(EventSource("/postoffices/380000/scanners/s1"))
    let desk = try #require(EventSource("/agencies/H18.101/desks/d1"))
    let other = try #require(EventSource("/agencies/H18.101/desks/d2"))
    let lan = try #require(EventSource("/operators/lan"))
    #expect(one.mayVoid(two) && desk.mayVoid(other) && lan.mayVoid(one) && lan.mayVoid(desk) && lan.mayVoid(lan))
    #expect(!one.mayVoid(far) && !one.mayVoid(desk) && !desk.mayVoid(one) && !one.mayVoid(lan))
  }
}
