import Dossiers
import Testing

@testable import Settings

@Suite("The register of services") struct RegisterTests {
  @Test("may be left out, and then there is none; so may the targets") func optional() throws {
    #expect(try Trial.load(replacing: ["registry/services.csv": .missing]).register == nil)
    let settings = ["dossierd.yaml": Trial.Change.whole("web:\n"), "targets.csv": .missing]
    let register = try #require(try Trial.load(replacing: settings).register)
    #expect(register.targets.isEmpty && register.services.count == 844)
  }

  @Test("has the plan's targets, each with its plan") func targets() throws {
    let targets = try #require(try Trial.shipped().register).targets
    let steps = { (level: Agency.Level, day: String) in
      LocalDate(day).flatMap { targets.measure(of: level, on: $0)?.target.share.vietnamese }
    }
    for (level, first, second) in [
      (Agency.Level.department, "70%", "85%"), (.central, "70%", "85%"), (.district, "50%", "70%"),
      (.commune, "40%", "60%"),
    ] {
      #expect(steps(level, "2017-01-01") == first && steps(level, "2018-12-31") == first)
      #expect(steps(level, "2019-01-01") == second && steps(level, "2020-12-31") == second)
      #expect(steps(level, "2016-12-31") == nil)
    }
    #expect(targets.allSatisfy { $0.source.contains("1788/KH-UBND") })
  }

  @Test("every commune of today is drawn in a district, and has the People's Committee of its name") func mapped()
    throws
  {
    let settings = try Trial.shipped()
    let communes = settings.mappedCommunes
    #expect(communes.count == 45 && Set(communes.compactMap(\.agency)).count == 45)
    #expect(Set(communes.compactMap(\.district)).count == 10)
    for commune in communes {
      let agency = try #require(commune.agency.flatMap { settings.rules.registry.agencies[$0] })
      #expect(agency.name == "UBND \(commune.name)" && agency.district == commune.district, "\(commune.name)")
    }
  }
}
