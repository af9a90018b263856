public import Dossiers

extension SampleRules {
  /// Four agencies, five offices and four procedures of the province.
  ///
  /// `000.05.31.H18` in the form of 2016 was taken over by `H18.101`, and that by `H18.201`. Offices 381100 and 380000
  /// lie in one district, 382500 in another, 384050 in an area of special terrain, 100000 in another province.
  public static let registry = registry()

  /// The same registry, in which agency `old` ended with `last` and `successor` took over.
  public static func registry(merging old: String, into successor: String, after last: String) -> Registry {
    var agencies = registry.agencies
    agencies[code(old)] = agencies[code(old)].map {
      Agency(name: $0.name, level: $0.level, district: $0.district, successor: code(successor), until: day(last))
    }
    return Registry(
      agencies: agencies, procedures: registry.procedures, offices: registry.offices, districts: registry.districts)
  }

  /// The same registry with these procedures besides.
  public static func registry(adding procedures: [String: Allowance] = [:]) -> Registry {
    let terms = ["1.001193": .workingDays(0), "1.004873": .workingDays(3), "1.004884": .workingDays(5)]
      .merging(["2.000488": .days(10)]) { $1 }.merging(procedures) { $1 }
    return Registry(
      agencies: [
        code("000.05.31.H18"): agency("UBND Phường Mường Thanh", successor: "H18.101"),
        code("H18.101"): agency("UBND Phường Điện Biên Phủ", successor: "H18.201"),
        code("H18.201"): agency("UBND Thành phố mới"),
        code("H18.107"): agency("UBND Xã Tuần Giáo", district: "099"),
      ],
      procedures: Dictionary(
        uniqueKeysWithValues: terms.map { (code($0), Procedure(name: $0, field: "Hộ tịch", term: $1)) }),
      offices: [
        code("380000"): PostOffice(name: "TP Điện Biên Phủ", district: "094", province: "H18"),
        code("381100"): PostOffice(name: "Him Lam", district: "094", province: "H18"),
        code("382500"): PostOffice(name: "Tuần Giáo", district: "099", province: "H18"),
        code("384050"): PostOffice(name: "Mường Toong", district: "096", province: "H18", isRemote: true),
        code("100000"): PostOffice(name: "Hà Nội", district: "001", province: "H26"),
      ],
      districts: [
        "094": District(name: "Điện Biên Phủ"), "096": District(name: "Mường Nhé"), "099": District(name: "Tuần Giáo"),
        "001": District(name: "Ba Đình"),
      ])
  }

  private static func agency(_ name: String, district: String = "094", successor: String? = nil) -> Agency {
    Agency(name: name, level: .commune, district: district, successor: successor.map { code($0) })
  }
}
