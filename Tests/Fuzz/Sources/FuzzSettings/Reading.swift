import Dossiers
import Foundation

@testable import Settings

/// Reads one file of a small configuration, with what the others say of agencies and offices: reading all of them at each
/// input would leave time for a tenth of the inputs.
enum Reading {
  static let folder = ProcessInfo.processInfo.environment["FUZZ_CONFIG"] ?? ""
  static let files = [
    "dossierd.yaml", "routing.yaml", "policy.yaml", "calendar.yaml", "holidays.csv", "readers.yaml", "targets.csv",
    "registry/leads.csv", "registry/absences.csv", "registry/post-offices.csv", "registry/agencies.csv",
    "registry/procedures.csv", "holidays.ics",
  ]
  private static let today = LocalDate(day: 20_514)
  private static let registry = RegistryFiles(folder: written("registry", Problems()))

  /// What is wrong with the file, a sentence each.
  static func problems(with file: String) -> [String] {
    let problems = Problems()
    let path = written(file, problems)
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
    case "calendar.yaml", "holidays.csv", "holidays.ics":
      _ = CalendarFile.read(
        written("calendar.yaml", problems), codes: registry.codes, today: today, horizonDays: 30)
    case "readers.yaml":
      _ = ReadersFile(path, default: path, agencies: Set(registry.registry.agencies.keys))
    case "targets.csv": _ = TargetTable(path, folder: folder, nothing(problems))
    default:
      let tables = written("registry", problems)
      let files = RegistryFiles(folder: tables)
      let leads = LeadTable(tables, agencies: files.registry.agencies, known: files.codes.agencies)
      _ = AbsenceTable(tables, of: Directory(leads, receivers: [:]), known: files.codes)
    }
    return (problems.errors.inOrder + problems.warnings.inOrder).map(\.description)
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
