import TestSupport
import Testing

@testable import Dossiers

struct LoneDossierTests {
  @Test("a dossier known by one posting is what folding makes of it, whatever was posted and however it ended")
  func lone() throws {
    let code = try #require(DossierCode("H18.101-260302-0001"))
    let kinds: [Shipment.End.Kind] = [.delivered, .returned, .cancelled]
    let ends = [nil] + kinds.map { Shipment.End($0, at: instant("2026-03-05 09:00")) }
    var alone = 0
    for carries in Papers.allCases {
      for end in ends {
        for promised in [nil, LocalDate("2026-03-20")] {
          let carried = try self.carried(carries, end, promised)
          let dossier = DossierCase(code: code, carried: [carried])
          guard let state = DossierState(ofLone: dossier) else { continue }
          alone += 1
          #expect(state == DossierState(folding: dossier, rules: SampleRules.rules), "\(carried)")
        }
      }
    }
    #expect(alone > 0)
  }

  private func carried(
    _ carries: Papers, _ end: Shipment.End?, _ promised: LocalDate?
  ) throws -> CarriedShipment {
    let office = try #require(OfficeCode("381100"))
    let accepted = instant("2026-03-02 08:15")
    let shipment = Shipment(
      item: try #require(ItemID(Scenario.item)), round: 1,
      acceptance: EventIdentity(source: try #require(EventSource("/postoffices/381100/scanners/s1")), id: "a"),
      accepted: accepted, office: office,
      posting: Posting(carries: carries, agency: try #require(AgencyCode("H18.101")), destination: office),
      destination: office, lastSeen: Shipment.Sighting(time: accepted, office: office, milestone: .accepted), end: end)
    return CarriedShipment(shipment, procedure: ProcedureCode("1.004873"), promised: promised)
  }
}
