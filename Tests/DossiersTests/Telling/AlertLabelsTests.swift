import Dossiers
import TestSupport
import Testing

struct AlertLabelsTests {
  @Test("an alert has the level and the district of its agency, and its kind gives the severity")
  func agency() {
    let labels = AlertLabels.of(
      kind: "breach", clock: .process, agency: code("H18.101"), office: code("380100"),
      procedures: [code("1.004873")], dossiers: [code("H18.101-260302-0001"), code("H18.101-260302-0002")],
      registry: Trial.registry)
    #expect(labels[.kind] == ["breach"] && labels[.severity] == ["urgent"] && labels[.clock] == ["process"])
    #expect(labels[.agency] == ["H18.101"] && labels[.level] == ["commune"] && labels[.district] == ["094"])
    #expect(labels[.office] == ["380100"] && labels[.procedure] == ["1.004873"])
    #expect(labels[.dossier] == ["H18.101-260302-0001", "H18.101-260302-0002"])
    #expect(labels[.item].isEmpty)
  }

  @Test("the district is the office's where the agency has none, or where none is concerned")
  func office() {
    let department = AlertLabels.of(
      kind: "lost", agency: code("000.00.04.H18"), office: code("380100"), item: code("EA123456785VN"),
      registry: Trial.registry)
    #expect(department[.level] == ["department"] && department[.district] == ["100"])
    #expect(department[.item] == ["EA123456785VN"])
    let office = AlertLabels.of(kind: "silent-office", office: code("380100"), registry: Trial.registry)
    #expect(office[.district] == ["100"] && office[.agency].isEmpty && office[.level].isEmpty)
  }

  @Test("what the registry does not know gives no label but its own code")
  func stranger() {
    let labels = AlertLabels.of(
      kind: "breach", agency: code("H18.999"), office: code("999999"), registry: Trial.registry)
    #expect(labels[.agency] == ["H18.999"] && labels[.office] == ["999999"])
    #expect(labels[.level].isEmpty && labels[.district].isEmpty)
  }

  @Test("every kind has a severity: a warning leaves time, a loss or a dead link none")
  func severities() {
    let severe = Dictionary(grouping: AlertLabels.kinds) { AlertLabels.Severity(ofKind: $0) }
    #expect(severe[.notice] == ["warning"])
    #expect(severe[.critical] == ["lost", "damaged", "deaf"])
    #expect(severe[.urgent]?.count == 6)
  }

  private enum Trial {
    static let registry = Registry(
      agencies: [
        code("H18.101"): Agency(name: "UBND Phường Điện Biên Phủ", level: .commune, district: "094"),
        code("000.00.04.H18"): Agency(name: "Sở Tài chính", level: .department),
      ], procedures: [:],
      offices: [code("380100"): PostOffice(name: "Mường Ảng", district: "100", province: "H18")],
      districts: ["094": District(name: "Điện Biên Phủ"), "100": District(name: "Điện Biên")])
  }
}
