import Dossiers
import Foundation

@testable import Settings

/// Reads one file of a small configuration, with what the others say of agencies and offices. Reading those at each input
/// too would leave time for a tenth of the inputs: that is for the few that ask for it.
enum Reading {
  static let folder = ProcessInfo.processInfo.environment["FUZZ_CONFIG"] ?? ""
  static let files = [
    "dossierd.yaml", "routing.yaml", "policy.yaml", "calendar.yaml", "holidays.csv", "readers.yaml", "targets.csv",
    "registry/leads.csv", "registry/absences.csv", "registry/post-offices.csv", "registry/agencies.csv",
    "registry/procedures.csv", "holidays.ics",
  ]
  private static let today = LocalDate(day: 20_514)
  private static let registry = RegistryFiles(folder: written("registry", Problems()))
  private static let directory = Directory(
    LeadTable(
      written("registry", Problems()), agencies: registry.registry.agencies, known: registry.codes.agencies),
    receivers: [:])

  /// What is wrong with the file, a sentence each; where `isWhole`, with those that refer to it.
  static func problems(with file: String, isWhole: Bool) -> [String] {
    let problems = Problems()
    if isWhole { readAround(file, problems) } else { readAlone(file, problems) }
    return (problems.errors.inOrder + problems.warnings.inOrder).map(\.description)
  }

  private static func readAlone(_ file: String, _ problems: Problems) {
    let path = written(file, problems)
    let tables = written("registry", problems)
    let districts = Set(registry.registry.districts.keys)
    switch file {
    case "dossierd.yaml": readOwn(path, problems)
    case "routing.yaml":
      let alerts = AlertSettings(nothing(problems), today: today)
      _ = RoutingFile(
        path, default: path,
        RoutingFile.Surroundings(
          registry: registry.registry, codes: registry.codes, calendar: nil, timing: alerts.timing),
        environment: Environment([:]))
    case "policy.yaml": _ = PolicyFile.read(path, codes: registry.codes)
    case "calendar.yaml": readCalendar(problems)
    case "holidays.csv", "holidays.ics": _ = DaysOff.read([path], in: "")
    case "readers.yaml":
      _ = ReadersFile(path, default: path, agencies: Set(registry.registry.agencies.keys))
    case "targets.csv": _ = TargetTable(path, folder: folder, nothing(problems))
    case "registry/leads.csv":
      _ = LeadTable(tables, agencies: registry.registry.agencies, known: registry.codes.agencies)
    case "registry/absences.csv":
      _ = AbsenceTable(tables, of: directory, known: registry.codes)
    case "registry/post-offices.csv": _ = OfficeTable(tables, districts: districts)
    case "registry/agencies.csv": _ = AgencyTable(tables, districts: districts)
    default: _ = ProcedureTable(tables)
    }
  }

  private static func readAround(_ file: String, _ problems: Problems) {
    guard file.hasPrefix("registry/") else {
      readAlone(file, problems)
      return readCalendar(problems)
    }
    let tables = written("registry", problems)
    let files = RegistryFiles(folder: tables)
    let leads = LeadTable(tables, agencies: files.registry.agencies, known: files.codes.agencies)
    _ = AbsenceTable(tables, of: Directory(leads, receivers: [:]), known: files.codes)
  }

  private static func readCalendar(_ problems: Problems) {
    _ = CalendarFile.read(
      written("calendar.yaml", problems), codes: registry.codes, today: today, horizonDays: 30)
  }

  private static func readOwn(_ path: Written, _ problems: Problems) {
    guard let node = YAMLFile.read(path.text, namedAt: path.place, problems) else { return }
    let root = Section(node, environment: Environment([:]), problems)
    _ = root.section("broker") { BrokerSettings($0, folder: folder) }
    let store = root.section("store") { StoreSettings($0, folder: folder) }
    _ = root.section("backup") { BackupSettings($0, folder: folder, store: store) }
    _ = root.section("mail") { MailSettings($0, folder: folder, password: nil) }
    _ = root.section("web", WebSettings.init)
    _ = root.section("intake", IntakeSettings.init)
    _ = root.section("alerts") { AlertSettings($0, today: today) }
    root.finish()
  }

  private static func written(_ path: String, _ problems: Problems) -> Written {
    Written(text: "\(folder)/\(path)", place: Place(file: path), problems: problems)
  }

  private static func nothing(_ problems: Problems) -> Section {
    Section(YAMLNode(place: Place(file: "nothing"), content: .nothing), problems)
  }
}
