import Dossiers
import Simulation
import Testing

@Suite("what simulated events refer to")
struct ReferenceTests {
  @Test("every item is a valid S10 number, and none is posted twice")
  func items() throws {
    let scans = try SampleProvince.ordinary.get().scans
    #expect(scans.allSatisfy { ItemID($0.item.text) == $0.item })
    var faultless = FaultRates()
    faultless.voidings = 0
    let accepted = try SampleProvince.messages(faults: faultless).scans.filter { $0.milestone == .accepted }
    #expect(Set(accepted.map(\.item)).count == accepted.count)
    let serials = accepted.filter { $0.posting?.carries.leg == .return }.compactMap(\.item.serialKey)
    #expect(serials.count == accepted.count - accepted.filter { $0.posting?.carries.leg == .collection }.count)
  }

  @Test("every office, agency and procedure is in the registry")
  func registry() throws {
    let registry = try SampleProvince.registry()
    for event in try SampleProvince.ordinary.get().events {
      switch event.fact {
      case .scanned(let scan):
        #expect(event.identity.source.office == scan.office)
        #expect(registry.offices[scan.office] != nil)
        if let new = scan.newDestination { #expect(registry.offices[new] != nil) }
        guard let posting = scan.posting else { continue }
        #expect(registry.offices[posting.destination] != nil && registry.agencies[posting.agency] != nil)
        #expect(posting.dossiers.allSatisfy { registry.procedures[$0.procedure] != nil })
      case .noted(let note):
        #expect(event.identity.source.agency == note.agency)
        #expect(registry.agencies[note.agency] != nil)
      case .voided(let voiding):
        #expect(event.identity.source.mayVoid(voiding.voided.source))
      case .alive, .tallied:
        #expect(event.identity.source.office.flatMap { registry.offices[$0] } != nil)
      case .closed:
        Issue.record("a closure comes from operators, never from the queue")
      }
    }
  }

  @Test("the routing key names the source's office or agency")
  func routingKeys() throws {
    for message in try SampleProvince.messages(days: 10) {
      let source = message.event.identity.source
      let wanted = source.office.map { "postoffice.\($0)" } ?? source.agency.map { "agency.\($0)" }
      #expect(message.routingKey == wanted)
    }
  }

  @Test("a dossier bears the code of its agency, or of one that it took over from, and a day on which that one existed")
  func agenciesExist() throws {
    let registry = try SampleProvince.registry()
    for scan in try SampleProvince.messages(from: "2026-06-15").scans {
      guard let posting = scan.posting else { continue }
      for dossier in posting.dossiers {
        let parts = dossier.code.text.split(separator: "-")
        let code = try #require(AgencyCode(String(parts[0])))
        let agency = try #require(registry.agencies[code])
        #expect(registry.agency(posting.agency, standsFor: code))
        let digits = parts[1]
        let date = try #require(LocalDate("20\(digits.prefix(2))-\(digits.dropFirst(2).prefix(2))-\(digits.suffix(2))"))
        #expect(agency.since.map { $0 <= date } ?? true)
        #expect(agency.until.map { date <= $0 } ?? true)
      }
    }
  }

  @Test("each office names the procedures of its level")
  func competence() throws {
    let registry = try SampleProvince.registry()
    for scan in try SampleProvince.ordinary.get().scans {
      guard let posting = scan.posting, let dossier = posting.dossiers.first,
        registry.agencies[posting.agency]?.level == .central
      else { continue }
      #expect(registry.procedures[dossier.procedure]?.field == "Cư trú")
    }
  }

  @Test("a scan has a reason, a destination and a posting where the contract wants one, and nowhere else")
  func contractFields() throws {
    for scan in try SampleProvince.ordinary.get().scans {
      #expect((scan.posting != nil) == (scan.milestone == .accepted))
      #expect((scan.reason != nil) == [.attempted, .held, .returned].contains(scan.milestone))
      #expect((scan.newDestination != nil) == (scan.milestone == .redirected))
      guard let posting = scan.posting else { continue }
      #expect(posting.carries == .dossier || (1...100).contains(posting.dossiers.count))
      #expect(Set(posting.dossiers.map(\.code)).count == posting.dossiers.count)
    }
  }
}
