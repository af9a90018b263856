import Dossiers
import Simulation
import Testing

/// A small province with all that the real one has: a centre, valleys, mountains, each level of agency, an agency
/// that ends and one that begins.
enum SampleProvince {
  static func registry() throws -> Registry {
    var offices: [OfficeCode: PostOffice] = [:]
    for (code, name, district, isRemote) in [
      ("380000", "TP Điện Biên Phủ", "094", false), ("381100", "Him Lam", "094", false),
      ("381400", "Điện Biên", "100", false), ("381640", "Thanh Yên", "100", false),
      ("382500", "Tuần Giáo", "099", false), ("383000", "Chiềng Sinh", "099", false),
      ("383300", "Mường Chà", "097", false), ("384000", "Mường Nhé", "096", true),
      ("384030", "Chung Chải", "096", true),
    ] {
      offices[try office(code)] = PostOffice(name: name, district: district, province: "H18", isRemote: isRemote)
    }
    let june = try day("2026-06-30")
    let july = try day("2026-07-01")
    let agencies = [
      try #require(AgencyCode("000.00.03.H18")): Agency(name: "Sở Tư pháp", level: .department),
      try #require(AgencyCode("000.00.09.H18")): Agency(name: "Sở Xây dựng", level: .department),
      try #require(AgencyCode("000.00.51.H18")): Agency(name: "Công an tỉnh Điện Biên", level: .central),
      try #require(AgencyCode("H18.40")): Agency(
        name: "UBND Huyện Tuần Giáo", level: .district, district: "099", successor: AgencyCode("H18.102"), until: june),
      try #require(AgencyCode("H18.101")): Agency(name: "UBND Xã Thanh Yên", level: .commune, district: "100"),
      try #require(AgencyCode("H18.102")): Agency(name: "UBND Xã Mường Nhé", level: .commune, since: july),
    ]
    let procedures = [
      try #require(ProcedureCode("1.001193")): Procedure(name: "Khai sinh", field: "Hộ tịch", term: .workingDays(0)),
      try #require(ProcedureCode("1.004873")): Procedure(name: "Xác nhận", field: "Hộ tịch", term: .workingDays(3)),
      try #require(ProcedureCode("2.000815")): Procedure(name: "Sao y", field: "Chứng thực", term: .workingDays(0)),
      try #require(ProcedureCode("1.004222")): Procedure(name: "Thường trú", field: "Cư trú", term: .workingDays(7)),
      try #require(ProcedureCode("2.000488")): Procedure(name: "Lý lịch", field: "Tư pháp", term: .days(10)),
      try #require(ProcedureCode("1.012783")): Procedure(name: "Cấp đổi", field: "Đất đai", term: .workingDays(10)),
    ]
    let districts = [
      "094": "Thành phố Điện Biên Phủ", "096": "Huyện Mường Nhé", "097": "Huyện Mường Chà", "099": "Huyện Tuần Giáo",
      "100": "Huyện Điện Biên",
    ]
    return Registry(
      agencies: agencies, procedures: procedures, offices: offices,
      districts: Dictionary(
        uniqueKeysWithValues: districts.map { code, name in
          (code, District(name: name, mailDays: ["096", "099"].contains(code) ? 2 : 1))
        }))
  }

  static func calendar() throws -> WorkingCalendar {
    let day = [
      try #require(OpeningHours.Stretch(from: 27_000, until: 41_400)),
      try #require(OpeningHours.Stretch(from: 48_600, until: 61_200)),
    ]
    let hours = OpeningHours(weekdays: Array(repeating: day, count: 5))
    let holiday = CalendarDefinition.SpecialDay(isWorked: false, name: "Quốc tế Lao động", nameEn: "Labour Day")
    return WorkingCalendar(
      CalendarDefinition(hours: hours, specialDays: [try SampleProvince.day("2026-05-01"): holiday]))
  }

  /// The first month of an ordinary year, kept for the tests that only read it.
  static let ordinary = Result { try messages() }
  /// The same without faults.
  static let faultless = Result { try messages(faults: .none) }

  /// The traffic from Monday 2 March 2026 on, unless told otherwise.
  static func messages(
    seed: UInt64 = 1, from start: String = "2026-03-02", days: Int = 30, perDay: Int = 280, randomIDs: Bool = false,
    faults: FaultRates = FaultRates()
  ) throws -> [SimulatedMessage] {
    let plan = SimulationPlan(
      seed: seed, start: try day(start), days: days, dossiersPerDay: perDay, randomIDs: randomIDs, faults: faults)
    return Array(try Simulation(plan: plan, registry: registry(), calendar: calendar()))
  }

  static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }

  static func office(_ text: String) throws -> OfficeCode { try #require(OfficeCode(text)) }
}

extension [SimulatedMessage] {
  /// Each event once.
  var events: [Event] {
    var seen: Set<EventIdentity> = []
    return map(\.event).filter { seen.insert($0.identity).inserted }
  }

  var scans: [Scan] { events.compactMap(\.fact.scan) }
}
